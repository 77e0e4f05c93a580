# Case: a function of the project quotes
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


def word(value):
    """One word for the shell."""
    return shlex.quote(value.strip())


@app.post("/note")
def note():
    text = word(request.form["text"])
    os.system("notify " + text)  # safe: command-injection
    return {"ok": True}
