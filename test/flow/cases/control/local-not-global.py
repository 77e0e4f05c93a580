# Case: without global the function sets a variable of its own
import os

from flask import Flask, request

app = Flask(__name__)
current = "nightly"


@app.post("/choose")
def choose():
    current = request.form["job"]
    return {"length": len(current)}


@app.post("/run")
def run():
    os.system("run-job " + current)  # safe: command-injection
    return {"ok": True}
