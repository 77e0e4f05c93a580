# Case: map calls a function for each item
import os

from flask import Flask, request

app = Flask(__name__)


def command(name):
    return "run-job " + name


@app.post("/jobs")
def jobs():
    names = request.form.getlist("job")  # step 1
    for line in map(command, names):
        os.system(line)  # sink: command-injection
    return {"ok": True}
