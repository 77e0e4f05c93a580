# Case: an exception for what is not in the list
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = frozenset(["web", "worker", "mail"])


@app.post("/restart")
def restart():
    unit = request.form.get("unit")
    if not unit in UNITS:
        raise ValueError("no such unit")
    os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
