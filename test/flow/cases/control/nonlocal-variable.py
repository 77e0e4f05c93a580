# Case: a nested function sets a variable of the outer one
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = "nightly"

    def choose():
        nonlocal name
        name = request.form["job"]  # step 1

    choose()
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
