# Case: the code after a return never runs
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]
    return {"length": len(name)}
    os.system("run-job " + name)  # safe: command-injection
