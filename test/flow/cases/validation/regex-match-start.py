# Case: only the start of the text is letters
import os
import re

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    if not re.match(r"[a-z]+", unit):
        abort(400)
    os.system("systemctl restart " + unit)  # sink: command-injection
    return {"ok": True}
