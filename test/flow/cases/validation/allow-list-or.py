# Case: a second condition lets everything by
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = ["web", "worker", "mail"]


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    if unit in UNITS or request.form.get("force"):
        os.system("systemctl restart " + unit)  # sink: command-injection
        return {"ok": True}
    return {"ok": False}
