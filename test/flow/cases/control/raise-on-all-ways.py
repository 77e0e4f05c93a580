# Case: both ways of a test leave the function
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]
    if name == "":
        return {"ok": False}, 400
    else:
        raise NotImplementedError("jobs can't be started yet")
    os.system("run-job " + name)  # safe: command-injection
