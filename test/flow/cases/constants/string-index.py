# Case: a character of a constant decides
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]
    mode = "production"
    if mode[0] == "p":
        name = "nightly"
    os.system("run-job " + name)  # safe: command-injection
    return {"ok": True}
