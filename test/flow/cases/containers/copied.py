# Case: a copy of a list, the original gets the client's text afterwards
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    words = ["run-job", "nightly"]
    before = list(words)
    words.append(request.form["note"])
    os.system(" ".join(before))  # safe: command-injection
    return {"count": len(words)}
