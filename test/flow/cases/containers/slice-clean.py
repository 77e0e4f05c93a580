# Case: a slice that leaves the client's item out
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    words = ["run-job", "nightly", request.form["note"]]
    os.system(" ".join(words[:2]))  # safe: command-injection
    return {"length": len(words[2])}
