# Case: the flag goes through one more function, and is off where the client's text is
# file: runner.py
import subprocess


def execute(command, use_shell):
    if use_shell:
        return subprocess.call(command, shell=True)  # safe: command-injection
    return subprocess.call(["run-job", command])  # safe: command-injection


def start(command, use_shell=True):
    return execute(command, use_shell)
# file: app.py
from flask import Flask, request

import runner

app = Flask(__name__)


@app.post("/job")
def job():
    return {"status": runner.start(request.form["job"], use_shell=False)}


@app.post("/nightly")
def nightly():
    return {"status": runner.start("run-job nightly | tee log")}
