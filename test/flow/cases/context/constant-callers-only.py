# Case: no caller of the helper has anything of a client
# file: shell.py
import os


def run(command):
    return os.system(command)  # safe: command-injection
# file: app.py
from flask import Flask, request

from shell import run

app = Flask(__name__)


@app.post("/job")
def job():
    kind = request.form["kind"]
    if kind == "nightly":
        return {"status": run("run-job nightly")}
    return {"status": run("run-job weekly")}
