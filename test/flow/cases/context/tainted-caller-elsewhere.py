# Case: one of three callers has the client's text
# file: shell.py
import os


def run(command):
    return os.system(command)  # sink: command-injection
# file: timer.py
from shell import run


def every_night():
    run("run-job nightly")
    run("run-job backup")
# file: app.py
from flask import Flask, request

from shell import run

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    return {"status": run("run-job " + name)}  # step 2
