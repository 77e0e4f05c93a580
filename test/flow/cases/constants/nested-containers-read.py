# Case: lists in a dictionary, the client's is read
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    plan = {"clean": ["nightly", "weekly"], "asked": [request.form["job"]]}  # step 1
    name = plan["asked"][0]
    os.system("run-job " + name)  # sink: command-injection
    return {"asked": len(plan["asked"])}
