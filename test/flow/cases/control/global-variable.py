# Case: a function sets a variable of the module, another runs it
import os

from flask import Flask, request

app = Flask(__name__)
current = "nightly"


@app.post("/choose")
def choose():
    global current
    current = request.form["job"]  # step 1
    return {"ok": True}


@app.post("/run")
def run():
    os.system("run-job " + current)  # sink: command-injection
    return {"ok": True}
