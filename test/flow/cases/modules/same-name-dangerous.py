# Case: two modules have a function of the same name, the one that runs a shell is called
# file: local.py
import os


def execute(name):
    os.system("run-job " + name)  # sink: command-injection
# file: remote.py
import subprocess


def execute(name):
    subprocess.call(["send-job", name])  # safe: command-injection
# file: app.py
from flask import Flask, request

import local

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    local.execute(name)  # step 2
    return {"ok": True}
