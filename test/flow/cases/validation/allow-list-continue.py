# Case: what is not in the list is passed over
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = ["web", "worker", "mail"]


@app.post("/restart")
def restart():
    count = 0
    for unit in request.form.getlist("unit"):
        if unit not in UNITS:
            continue
        os.system("systemctl restart " + unit)  # safe: command-injection
        count += 1
    return {"count": count}
