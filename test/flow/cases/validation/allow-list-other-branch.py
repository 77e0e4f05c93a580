# Case: the shell is reached just if the name is not in the list
import os

from flask import Flask, request

app = Flask(__name__)
UNITS = ["web", "worker", "mail"]


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    if unit in UNITS:
        status = 0
    else:
        status = os.system("systemctl restart " + unit)  # sink: command-injection
    return {"status": status}
