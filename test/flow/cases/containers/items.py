# Case: keys of our own, values of the client
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    options = {"queue": request.form["queue"], "name": "nightly"}  # step 1
    for key, value in options.items():
        os.system("set-default " + key)  # safe: command-injection
        os.system("set-option " + value)  # sink: command-injection
    return {"ok": True}
