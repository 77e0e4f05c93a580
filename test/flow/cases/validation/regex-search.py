# Case: somewhere in the text are letters
import os
import re

from flask import Flask, abort, request

app = Flask(__name__)
LETTERS = re.compile(r"[a-z]+")


@app.post("/restart")
def restart():
    unit = request.form["unit"]  # step 1
    if LETTERS.search(unit) is None:
        abort(400)
    os.system("systemctl restart " + unit)  # sink: command-injection
    return {"ok": True}
