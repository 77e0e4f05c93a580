# Case: after pop(0) the item at 0 is the client's
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    values = []
    values.append("nightly")
    values.append(request.form["job"])  # step 1
    values.append("weekly")
    values.pop(0)
    name = values[0]
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
