# Case: a function of the project only notes what is not in the list
import logging
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = ("web", "worker")


def check_unit(name):
    if name not in UNITS:
        logging.warning("no such unit")


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    check_unit(unit)
    os.system("systemctl restart " + unit)  # sink: command-injection
    return {"ok": True}
