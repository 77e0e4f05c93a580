# Case: modules and functions under other names
# file: core/runner.py
import subprocess as sp
from os import system as run_shell


def start(command):
    run_shell(command)  # sink: command-injection


def start_plain(name):
    sp.call(["run-job", name])  # safe: command-injection
# file: app.py
from flask import Flask
from flask import request as incoming

import core.runner as jobs

app = Flask(__name__)


@app.post("/job")
def job():
    name = incoming.form["job"]  # step 1
    jobs.start_plain(name)
    jobs.start("run-job " + name)  # step 2
    return {"ok": True}
