# Case: two names of one object
import os

from flask import Flask, request

app = Flask(__name__)


class Job:
    def __init__(self):
        self.name = "nightly"


@app.post("/job")
def start():
    job = Job()
    same = job
    same.name = request.form["job"]  # step 1
    os.system("run-job " + job.name)  # sink: command-injection
    return {"ok": True}
