# Case: a function hands on whatever it is given
import os

from flask import Flask, request

app = Flask(__name__)


def execute(command, dry=False):
    if not dry:
        os.system(command)  # sink: command-injection


def logged(*args, **kwargs):
    print("about to run")
    return execute(*args, **kwargs)  # step 3


@app.post("/run")
def run():
    tool = request.form["tool"]  # step 1
    logged("/opt/tools/" + tool)  # step 2
    return {"ok": True}
