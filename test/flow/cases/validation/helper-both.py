# Case: a function of the project is true only if both of its tests are
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = {"web", "worker"}


def may_restart(unit, user):
    return user is not None and unit in UNITS


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    if may_restart(unit, request.cookies.get("user")):
        os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
