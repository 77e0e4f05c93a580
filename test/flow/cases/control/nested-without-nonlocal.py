# Case: a nested function sets a variable of its own
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = "nightly"

    def choose():
        name = request.form["job"]
        return len(name)

    length = choose()
    os.system("run-job " + name)  # safe: command-injection
    return {"length": length}
