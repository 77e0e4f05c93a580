# Case: what a with statement gives is what __enter__ returns
import os

from flask import Flask, request

app = Flask(__name__)


class Job:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return "run-job " + self.name

    def __exit__(self, kind, value, trace):
        return False


@app.post("/job")
def start():
    name = request.form["job"]  # step 1
    with Job(name) as command:  # step 2
        os.system(command)  # sink: command-injection
    return {"ok": True}
