# Case: the function that runs the command is an argument
import os

from flask import Flask, request

app = Flask(__name__)


def run(command):
    os.system(command)  # sink: command-injection


def each(words, action):
    for word in words:
        action("run-job " + word)


@app.post("/jobs")
def jobs():
    names = request.form.getlist("job")  # step 1
    each(names, run)  # step 2
    return {"ok": True}
