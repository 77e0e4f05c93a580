# Case: two variables change places
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name, note = "nightly", request.form["note"]  # step 1
    name, note = note, name
    os.system("run-job " + note)  # safe: command-injection
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
