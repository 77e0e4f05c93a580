# Case: a conditional expression whose test is never true
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    param = request.form["job"]  # step 1
    number = 60
    name = "nightly" if 7 * 18 + number > 200 else param
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
