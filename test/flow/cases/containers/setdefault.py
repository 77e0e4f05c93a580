# Case: setdefault leaves the value that is there
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    options = {"name": "nightly"}
    options.setdefault("name", request.form["job"])
    os.system("run-job " + options["name"])  # safe: command-injection
    return {"ok": True}
