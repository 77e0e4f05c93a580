# Case: all of the text is letters
import os
import re

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    if not re.fullmatch(r"[a-z]+", unit):
        abort(400)
    os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
