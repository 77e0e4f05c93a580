# Case: the client's text under the key is replaced before it is read
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    options = {"name": request.form["job"], "retries": 3}
    options["name"] = "nightly"
    os.system("run-job " + options["name"])  # safe: command-injection
    return {"ok": True}
