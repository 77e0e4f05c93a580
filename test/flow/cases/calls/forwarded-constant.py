# Case: a function hands on whatever it is given, here constants
import os

from flask import Flask, request

app = Flask(__name__)


def execute(command, note=""):
    os.system(command)  # safe: command-injection
    return len(note)


def logged(*args, **kwargs):
    print("about to run")
    return execute(*args, **kwargs)


@app.post("/run")
def run():
    return {"length": logged("/opt/tools/nightly", note=request.form["note"])}
