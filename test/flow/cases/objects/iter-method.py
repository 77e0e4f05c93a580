# Case: an object is iterated over
import os

from flask import Flask, request

app = Flask(__name__)


class Jobs:
    def __init__(self, names):
        self.names = names

    def __iter__(self):
        for name in self.names:
            yield "run-job " + name


@app.post("/jobs")
def start():
    names = request.form.getlist("job")  # step 1
    for command in Jobs(names):  # step 2
        os.system(command)  # sink: command-injection
    return {"ok": True}
