# Case: a context manager of the project gives a constant
import contextlib
import os

from flask import Flask, request

app = Flask(__name__)


@contextlib.contextmanager
def job(name):
    length = len(name)
    try:
        yield "run-job nightly"
    finally:
        print(length)


@app.post("/job")
def start():
    with job(request.form["job"]) as command:
        os.system(command)  # safe: command-injection
    return {"ok": True}
