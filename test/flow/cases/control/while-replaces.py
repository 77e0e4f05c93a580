# Case: a loop goes on until the name is one of two
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]
    tries = 0
    while name not in ("nightly", "weekly"):
        name = "nightly"
        tries += 1
    os.system("run-job " + name)  # safe: command-injection
    return {"tries": tries}
