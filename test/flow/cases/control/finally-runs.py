# Case: finally runs the command after the return
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    try:
        return {"length": len(name)}
    finally:
        os.system("run-job " + name)  # sink: command-injection
