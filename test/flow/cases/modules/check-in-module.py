# Case: the function that raises is in another module
# file: checks.py
import re


class BadName(Exception):
    pass


def require_name(text):
    if re.fullmatch(r"[a-z][a-z0-9]*", text) is None:
        raise BadName()
# file: app.py
import os

from flask import Flask, request

import checks

app = Flask(__name__)


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    checks.require_name(unit)
    os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
