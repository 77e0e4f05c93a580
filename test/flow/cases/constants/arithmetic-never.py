# Case: the test is never true, so the client's text is run
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    param = request.form["job"]  # step 1
    number = 106
    if 7 * 42 - number > 200:
        name = "nightly"
    else:
        name = param
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
