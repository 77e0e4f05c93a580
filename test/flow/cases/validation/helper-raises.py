# Case: a function of the project raises for what is not in the list
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = ("web", "worker")


def check_unit(name):
    if name not in UNITS:
        raise ValueError("no such unit")


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    check_unit(unit)
    os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
