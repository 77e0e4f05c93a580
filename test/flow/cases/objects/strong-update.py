# Case: a field is replaced by a constant before it is used
import os

from flask import Flask, request

app = Flask(__name__)


class Job:
    name = ""
    queue = ""


@app.post("/job")
def start():
    job = Job()
    job.name = request.form["job"]
    job.queue = "slow"
    os.system("run-job --queue=" + job.queue)  # safe: command-injection
    job.name = "nightly"
    os.system("run-job " + job.name)  # safe: command-injection
    return {"ok": True}
