# Case: the function asks how long the name is, not what it is
import os

from flask import Flask, abort, request

app = Flask(__name__)


def is_unit(name):
    return 0 < len(name) < 200


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    if not is_unit(unit):
        abort(404)
    os.system("systemctl restart " + unit)  # sink: command-injection
    return {"ok": True}
