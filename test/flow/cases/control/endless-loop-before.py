# Case: a loop without an end stands before the shell
import os
import time

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]
    while True:
        time.sleep(60)
        if not name:
            return {"ok": False}
    os.system("run-job " + name)  # safe: command-injection
