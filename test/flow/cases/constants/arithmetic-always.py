# Case: the test is always true, so the constant is run
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    param = request.form["job"]
    number = 86
    if 7 * 42 - number > 200:
        name = "nightly"
    else:
        name = param
    os.system("run-job " + name)  # safe: command-injection
    return {"ok": True}
