# Case: a function of the project gives back what it checked
import os
import re

from flask import Flask, request

app = Flask(__name__)
NAME = re.compile(r"[a-z0-9]+")


def unit_name(text):
    if NAME.fullmatch(text):
        return text
    raise ValueError("no name of a unit")


@app.post("/restart")
def restart():
    unit = unit_name(request.form["unit"])
    os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
