# Case: what pop takes from the end is the client's
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    values = ["nightly"]
    values.append(request.form["job"])  # step 1
    last = values.pop()
    os.system("run-job " + last)  # sink: command-injection
    return {"left": len(values)}
