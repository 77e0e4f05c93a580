# Case: the text is in one field, another is run
import os

from flask import Flask, request

app = Flask(__name__)


class Job:
    def __init__(self, note):
        self.command = "run-job nightly"
        self.note = note

    def run(self):
        os.system(self.command)  # safe: command-injection
        return len(self.note)


@app.post("/job")
def start():
    job = Job(request.form["note"])
    return {"length": job.run()}
