# Case: lists in a dictionary, the clean one is read
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    plan = {"clean": ["nightly", "weekly"], "asked": [request.form["job"]]}
    os.system("run-job " + plan["clean"][1])  # safe: command-injection
    return {"asked": len(plan["asked"])}
