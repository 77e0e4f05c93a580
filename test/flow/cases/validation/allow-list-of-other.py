# Case: another field is looked up
import os

from flask import Flask, abort, request

app = Flask(__name__)
UNITS = ["web", "worker", "mail"]


@app.post("/restart")
def restart():
    group = request.form["group"]
    unit = request.form["unit"]  # step 1
    if group not in UNITS:
        abort(404)
    os.system("systemctl restart " + unit)  # sink: command-injection
    return {"ok": True}
