# Case: a decorator of the project that measures
import functools
import os

from flask import Flask, request

app = Flask(__name__)


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


@counted
def run(command):
    os.system(command)  # sink: command-injection


@app.post("/run")
def start():
    tool = request.form["tool"]  # step 1
    run("/opt/tools/" + tool)  # step 2
    return {"ok": True}
