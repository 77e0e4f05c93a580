# Case: the variable gets a constant before it is used
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]
    known = name == "nightly"
    name = "nightly"
    os.system("run-job " + name)  # safe: command-injection
    return {"known": known}
