# Case: the variable gets a constant on one of two ways
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    if request.form.get("default") == "yes":
        name = "nightly"
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
