# Case: a list is part of another
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    options = request.form.getlist("option")  # step 1
    words = ["run-job", *options, "--end"]
    os.system(" ".join(words))  # sink: command-injection
    return {"ok": True}
