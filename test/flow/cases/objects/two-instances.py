# Case: two objects of one class, one of them clean
import os

from flask import Flask, request

app = Flask(__name__)


class Job:
    def __init__(self, name):
        self.name = name


@app.post("/job")
def start():
    asked = Job(request.form["job"])
    planned = Job("nightly")
    os.system("run-job " + planned.name)  # safe: command-injection
    return {"length": len(asked.name)}
