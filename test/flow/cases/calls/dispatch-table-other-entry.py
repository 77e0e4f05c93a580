# Case: the entry of the table that is called is harmless
import os

from flask import Flask, request

app = Flask(__name__)


def start(unit):
    os.system("systemctl start " + unit)  # safe: command-injection


def show(unit):
    return len(unit)


ACTIONS = {"start": start, "show": show}


@app.post("/unit/action")
def act():
    unit = request.form["unit"]
    action = ACTIONS["show"]
    return {"length": action(unit)}
