# Case: update brings the client's text under the key that is read
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    options = {"name": "nightly", "retries": 3}
    options.update({"name": request.form["job"]})  # step 1
    os.system("run-job " + options["name"])  # sink: command-injection
    return {"ok": True}
