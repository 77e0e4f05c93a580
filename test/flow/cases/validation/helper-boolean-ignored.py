# Case: nobody asks what the function says
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = ("web", "worker")


def is_unit(name):
    return name in UNITS


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    is_unit(unit)
    os.system("systemctl restart " + unit)  # sink: command-injection
    return {"ok": True}
