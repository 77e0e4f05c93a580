# Case: the last item is clean, the first is not
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    values = [request.form["job"]]
    values.extend(["nightly", "weekly"])
    os.system("run-job " + values[-1])  # safe: command-injection
    last = values.pop()
    os.system("run-job " + last)  # safe: command-injection
    return {"ok": True}
