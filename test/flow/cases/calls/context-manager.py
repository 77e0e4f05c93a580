# Case: a context manager of the project gives the text
import contextlib
import os

from flask import Flask, request

app = Flask(__name__)


@contextlib.contextmanager
def job(name):
    print("begin")
    try:
        yield "run-job " + name
    finally:
        print("end")


@app.post("/job")
def start():
    wanted = request.form["job"]  # step 1
    with job(wanted) as command:  # step 2
        os.system(command)  # sink: command-injection
    return {"ok": True}
