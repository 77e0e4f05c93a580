# Case: the function with a shell gets a constant, the one without the client's text
import os
import subprocess

from flask import Flask, request

app = Flask(__name__)


def with_shell(name):
    return os.system("run-job " + name)  # safe: command-injection


def without_shell(name):
    return subprocess.call(["run-job", name])  # safe: command-injection


def repeat(action, name):
    return action(name)


@app.post("/slow")
def slow():
    return {"status": repeat(without_shell, request.form["job"])}


@app.post("/nightly")
def nightly():
    return {"status": repeat(with_shell, "nightly")}
