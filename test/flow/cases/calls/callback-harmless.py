# Case: the function that is an argument only counts
import os

from flask import Flask, request

app = Flask(__name__)


def run(command):
    os.system(command)  # safe: command-injection


def note(command):
    return len(command)


def each(words, action):
    for word in words:
        action("run-job " + word)


@app.post("/jobs")
def jobs():
    each(request.form.getlist("job"), note)
    run("run-job nightly")
    return {"ok": True}
