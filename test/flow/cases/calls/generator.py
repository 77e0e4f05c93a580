# Case: a generator yields commands
import os

from flask import Flask, request

app = Flask(__name__)


def commands(name):
    yield "systemctl stop " + name
    yield "systemctl start " + name


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    for command in commands(unit):  # step 2
        os.system(command)  # sink: command-injection
    return {"ok": True}
