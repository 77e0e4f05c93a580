# Case: a function of the project quotes unless told not to
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


def word(value):
    if value.startswith("raw:"):
        return value[4:]
    return shlex.quote(value)


@app.post("/note")
def note():
    text = word(request.form["text"])  # step 1
    os.system("notify " + text)  # sink: command-injection
    return {"ok": True}
