# Case: a branch for debugging that is switched off
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    debug = False
    name = request.form["job"]
    if debug:
        os.system("run-job " + name)  # safe: command-injection
    return {"length": len(name)}
