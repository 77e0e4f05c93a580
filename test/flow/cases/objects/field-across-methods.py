# Case: one method stores the text, another runs it
import os

from flask import Flask, request

app = Flask(__name__)


class Job:
    def __init__(self):
        self.command = "true"

    def set_name(self, name):
        self.command = "run-job " + name  # step 3

    def run(self):
        return os.system(self.command)  # sink: command-injection


@app.post("/job")
def start():
    name = request.form["job"]  # step 1
    job = Job()
    job.set_name(name)  # step 2
    return {"status": job.run()}
