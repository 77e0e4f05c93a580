# Case: what was looked up is replaced by another field
import os

from flask import Flask, abort, request

app = Flask(__name__)
UNITS = ["web", "worker", "mail"]


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    if unit not in UNITS:
        abort(404)
    unit = request.form["alias"]  # step 1
    os.system("systemctl restart " + unit)  # sink: command-injection
    return {"ok": True}
