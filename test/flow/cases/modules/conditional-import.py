# Case: one of two modules, whichever is there
# file: fast.py
import os


def run(name):
    os.system("fast-job " + name)  # sink: command-injection
# file: slow.py
import subprocess


def run(name):
    subprocess.call(["slow-job", name])  # safe: command-injection
# file: app.py
from flask import Flask, request

try:
    from fast import run
except ImportError:
    from slow import run

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    run(name)  # step 2
    return {"ok": True}
