# Case: the client's text is under one key, another is read
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    values = {}
    values["first"] = "nightly"
    values["second"] = request.form["job"]
    values["third"] = "weekly"
    name = values["first"]
    os.system("run-job " + name)  # safe: command-injection
    return {"size": len(values)}
