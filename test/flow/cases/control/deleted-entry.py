# Case: the client's entry is deleted before the rest is run
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    words = ["run-job", request.form["note"], "nightly"]
    length = len(words[1])
    del words[1]
    os.system(" ".join(words))  # safe: command-injection
    return {"length": length}
