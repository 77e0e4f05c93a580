# Case: what is set inside of a with statement stays set
import os
import threading

from flask import Flask, request

app = Flask(__name__)
lock = threading.Lock()


@app.post("/job")
def job():
    name = "nightly"
    with lock:
        name = request.form["job"]  # step 1
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
