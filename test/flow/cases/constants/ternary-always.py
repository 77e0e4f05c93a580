# Case: a conditional expression whose test is always true
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    param = request.form["job"]
    number = 106
    name = "nightly" if 7 * 18 + number > 200 else param
    os.system("run-job " + name)  # safe: command-injection
    return {"ok": True}
