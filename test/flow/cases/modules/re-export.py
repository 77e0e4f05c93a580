# Case: the package hands a function of its module on
# file: tools/__init__.py
from .shell import run

__all__ = ["run"]
# file: tools/shell.py
import subprocess


def run(command):
    return subprocess.call(command, shell=True)  # sink: command-injection
# file: app.py
from flask import Flask, request

from tools import run

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    return {"status": run("run-job " + name)}  # step 2
