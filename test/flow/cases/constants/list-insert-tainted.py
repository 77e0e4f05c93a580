# Case: insert moves the client's text to where it is read
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    values = [request.form["job"], "weekly"]  # step 1
    values.insert(0, "nightly")
    name = values[1]
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
