# Case: the list of names is in another module
# file: units.py
ALLOWED = ("web", "worker", "mail")
# file: app.py
import os

from flask import Flask, abort, request

from units import ALLOWED

app = Flask(__name__)


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    if unit not in ALLOWED:
        abort(404)
    os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
