# Case: methods of constant texts
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    count = len(request.form["job"])
    name = "-".join(["nightly", "job"]).upper().center(20, "_")
    os.system("run-job %s --width=%d" % (name.strip("_"), count))  # safe: command-injection
    return {"ok": True}
