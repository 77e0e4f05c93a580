# Case: all of the text may be anything
import os
import re

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    if not re.fullmatch(r".+", unit):
        abort(400)
    os.system("systemctl restart " + unit)  # sink: command-injection
    return {"ok": True}
