# Case: a named tuple by name and by index
import os
from collections import namedtuple

from flask import Flask, request

app = Flask(__name__)
Job = namedtuple("Job", ["name", "queue"])


@app.post("/job")
def start():
    name = request.form["job"]  # step 1
    job = Job(name, "slow")
    os.system("run-job --queue=" + job.queue)  # safe: command-injection
    os.system("run-job " + job.name)  # sink: command-injection
    return {"ok": True}
