# Case: after pop(0) the item at 1 is clean
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    values = []
    values.append("nightly")
    values.append(request.form["job"])
    values.append("weekly")
    values.pop(0)
    name = values[1]
    os.system("run-job " + name)  # safe: command-injection
    return {"ok": True}
