# Case: a compiled expression with both anchors
import os
import re

from flask import Flask, abort, request

app = Flask(__name__)
LETTERS = re.compile(r"\A[a-z]+\Z")


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    if LETTERS.match(unit) is None:
        abort(400)
    os.system("systemctl restart " + unit)  # safe: command-injection
    return {"ok": True}
