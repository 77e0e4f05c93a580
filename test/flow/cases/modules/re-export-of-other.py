# Case: the package hands on the function of the module that runs no shell
# file: tools/__init__.py
from .plain import run

__all__ = ["run"]
# file: tools/shell.py
import subprocess


def run(command):
    return subprocess.call(command, shell=True)  # safe: command-injection
# file: tools/plain.py
import subprocess


def run(name):
    return subprocess.call(["run-job", name])  # safe: command-injection
# file: app.py
from flask import Flask, request

from tools import run

app = Flask(__name__)


@app.post("/job")
def job():
    return {"status": run(request.form["job"])}
