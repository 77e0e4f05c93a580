# Case: the clean member of a typed named tuple, also by index
import os
from typing import NamedTuple

from flask import Flask, request

app = Flask(__name__)


class Job(NamedTuple):
    name: str
    queue: str


@app.post("/job")
def start():
    job = Job(name=request.form["job"], queue="slow")
    os.system("run-job --queue=" + job.queue)  # safe: command-injection
    os.system("run-job --queue=" + job[1])  # safe: command-injection
    return {"ok": True}
