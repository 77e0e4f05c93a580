# Case: the last word is that of finally
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = "weekly"
    try:
        name = request.form["job"]
    finally:
        name = "nightly"
    os.system("run-job " + name)  # safe: command-injection
    return {"ok": True}
