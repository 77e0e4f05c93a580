# Case: the list is asked after the shell ran
import os

from flask import Flask, abort, request

app = Flask(__name__)
UNITS = ["web", "worker", "mail"]


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    os.system("systemctl restart " + unit)  # sink: command-injection
    if unit not in UNITS:
        abort(404)
    return {"ok": True}
