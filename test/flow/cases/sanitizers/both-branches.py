# Case: quoted or replaced by a constant
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.post("/note")
def note():
    text = request.form["text"]
    if text:
        word = shlex.quote(text)
    else:
        word = "empty"
    os.system("notify " + word)  # safe: command-injection
    return {"ok": True}
