# Case: the key is read under which the client's text is
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    values = {}
    values["first"] = "nightly"
    values["second"] = request.form["job"]  # step 1
    values["third"] = "weekly"
    name = values["first"]
    name = values["second"]
    os.system("run-job " + name)  # sink: command-injection
    return {"size": len(values)}
