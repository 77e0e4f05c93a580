# Case: the flag goes through one more function
# file: runner.py
import subprocess


def execute(command, use_shell):
    if use_shell:
        return subprocess.call(command, shell=True)  # sink: command-injection
    return subprocess.call(["run-job", command])  # safe: command-injection


def start(command, use_shell=True):
    return execute(command, use_shell)  # step 3
# file: app.py
from flask import Flask, request

import runner

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    return {"status": runner.start("run-job " + name)}  # step 2
