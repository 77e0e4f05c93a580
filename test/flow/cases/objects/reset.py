# Case: a method puts a constant back before the object is used
import os

from flask import Flask, request

app = Flask(__name__)


class Job:
    def __init__(self, name):
        self.name = name

    def reset(self):
        self.name = "nightly"

    def length(self):
        return len(self.name)


@app.post("/job")
def start():
    job = Job(request.form["job"])
    length = job.length()
    job.reset()
    os.system("run-job " + job.name)  # safe: command-injection
    return {"length": length}
