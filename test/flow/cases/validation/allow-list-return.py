# Case: an early return instead of an error
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = {"web", "worker", "mail"}


@app.post("/restart")
def restart():
    unit = request.form.get("unit")
    if unit not in UNITS:
        return {"error": "no such unit"}, 404
    os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
