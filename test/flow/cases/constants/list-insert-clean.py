# Case: insert moves the client's text one further
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    values = [request.form["job"], "weekly"]
    values.insert(0, "nightly")
    os.system("run-job " + values[0])  # safe: command-injection
    os.system("run-job " + values[2])  # safe: command-injection
    return {"ok": True}
