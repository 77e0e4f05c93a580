# Case: the parts of a tuple go to variables
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    pair = ("nightly", request.form["note"])
    name, note = pair
    os.system("run-job " + name)  # safe: command-injection
    first, second = note, name
    os.system("run-job " + second)  # safe: command-injection
    return {"length": len(first)}
