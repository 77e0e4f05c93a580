# Case: two modules have a function of the same name, the one without a shell is called
# file: local.py
import os


def execute(name):
    os.system("run-job " + name)  # safe: command-injection
# file: remote.py
import subprocess


def execute(name):
    subprocess.call(["send-job", name])  # safe: command-injection
# file: app.py
from flask import Flask, request

import remote

app = Flask(__name__)


@app.post("/job")
def job():
    remote.execute(request.form["job"])
    return {"ok": True}
