# Case: the shell is reached just if the name is in the list
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = ["web", "worker", "mail"]


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    if unit and unit in UNITS:
        os.system("systemctl restart " + unit)  # safe: command-injection
        return {"ok": True}
    return {"ok": False}
