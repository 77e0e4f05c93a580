# Case: the mode says what becomes of the text
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


def command(text, mode):
    if mode == "raw":
        return "notify " + text
    return "notify " + shlex.quote(text)


@app.post("/note")
def note():
    text = request.form["text"]  # step 1
    line = command(text, "raw")  # step 2
    os.system(line)  # sink: command-injection
    return {"ok": True}
