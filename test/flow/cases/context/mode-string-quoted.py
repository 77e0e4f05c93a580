# Case: the mode says that the text is quoted
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
    os.system(command(request.form["text"], "quoted"))  # safe: command-injection
    os.system(command("now", "raw"))  # safe: command-injection
    return {"ok": True}
