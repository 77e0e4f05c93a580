# Case: a slice that holds the client's item
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    words = ["run-job", "nightly", request.form["note"]]  # step 1
    os.system("run-job " + " ".join(words[1:]))  # sink: command-injection
    return {"count": len(words)}
