# Case: a number between two constants, and the text beside it
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    count = int(request.form["count"])
    if 0 < count < 10:
        os.system("repeat-job " + str(count))  # safe: command-injection
        os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
