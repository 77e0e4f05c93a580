# Case: a dictionary of functions in a module of its own
# file: actions.py
import os


def restart(unit):
    os.system("systemctl restart " + unit)  # sink: command-injection


def describe(unit):
    return len(unit)


REGISTRY = {"restart": restart, "describe": describe}
# file: app.py
from flask import Flask, request

from actions import REGISTRY

app = Flask(__name__)


@app.post("/act")
def act():
    unit = request.form["unit"]  # step 1
    REGISTRY["restart"](unit)  # step 2
    return {"ok": True}
