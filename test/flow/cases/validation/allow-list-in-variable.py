# Case: the outcome of the look-up is kept in a variable
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = ["web", "worker", "mail"]


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    known = unit in UNITS
    if not known:
        return {"ok": False}, 404
    os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
