# Case: parts of a test that are known decide it
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]
    version = (3, 11)
    if version[0] == 2 and name:
        os.system("run-job " + name)  # safe: command-injection
    if not (version[0] >= 3 or name == ""):
        os.system("run-job " + name)  # safe: command-injection
    return {"ok": True}
