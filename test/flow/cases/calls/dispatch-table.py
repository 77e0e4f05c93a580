# Case: a table of functions by name
import os

from flask import Flask, request

app = Flask(__name__)


def start(unit):
    os.system("systemctl start " + unit)  # sink: command-injection


def show(unit):
    return len(unit)


ACTIONS = {"start": start, "show": show}


@app.post("/unit/action")
def act():
    unit = request.form["unit"]  # step 1
    action = ACTIONS["start"]
    action(unit)  # step 2
    return {"ok": True}
