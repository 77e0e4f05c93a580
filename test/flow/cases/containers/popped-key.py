# Case: the client's entry is taken out before the values are run
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    options = {"queue": "slow", "note": request.form["note"]}
    note = options.pop("note")
    for value in options.values():
        os.system("set-option " + value)  # safe: command-injection
    return {"length": len(note)}
