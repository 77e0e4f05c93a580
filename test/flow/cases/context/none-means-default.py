# Case: None as an argument means that a constant is taken
import os

from flask import Flask, request

app = Flask(__name__)


def run(note, command=None):
    if command is None:
        command = "true"
    else:
        command = "run-job " + note
    os.system(command)  # safe: command-injection


@app.post("/note")
def note():
    run(request.form["note"])
    return {"ok": True}
