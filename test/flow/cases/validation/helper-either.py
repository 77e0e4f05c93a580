# Case: a function of the project is true if one of its tests is
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = {"web", "worker"}


def may_restart(unit, user):
    return user is not None or unit in UNITS


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    if may_restart(unit, request.cookies.get("user")):
        os.system("systemctl restart " + unit)  # sink: command-injection
    return {"ok": True}
