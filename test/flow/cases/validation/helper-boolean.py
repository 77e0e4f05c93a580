# Case: a function of the project says whether the name is in the list
import os

from flask import Flask, abort, request

app = Flask(__name__)
UNITS = ("web", "worker")


def is_unit(name):
    return name in UNITS


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    if not is_unit(unit):
        abort(404)
    os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
