# Case: two callers pass different functions, one of which runs a shell
import os
import subprocess

from flask import Flask, request

app = Flask(__name__)


def with_shell(name):
    return os.system("run-job " + name)  # sink: command-injection


def without_shell(name):
    return subprocess.call(["run-job", name])  # safe: command-injection


def repeat(action, name):
    return action(name)


@app.post("/slow")
def slow():
    return {"status": repeat(without_shell, request.form["job"])}


@app.post("/fast")
def fast():
    name = request.form["job"]  # step 1
    return {"status": repeat(with_shell, name)}  # step 2
