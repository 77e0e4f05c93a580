# Case: a dictionary of functions in a module of its own, a harmless one is called
# file: actions.py
import os


def restart(unit):
    os.system("systemctl restart " + unit)  # safe: command-injection


def describe(unit):
    return len(unit)


REGISTRY = {"restart": restart, "describe": describe}
# file: app.py
from flask import Flask, request

from actions import REGISTRY

app = Flask(__name__)


@app.post("/act")
def act():
    unit = request.form["unit"]
    return {"length": REGISTRY["describe"](unit)}
