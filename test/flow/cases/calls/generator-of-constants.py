# Case: a generator yields constants as often as it is told
import os

from flask import Flask, request

app = Flask(__name__)


def commands(words):
    for word in words:
        if word:
            yield "systemctl reload web"


@app.post("/restart")
def restart():
    for command in commands(request.form.getlist("unit")):
        os.system(command)  # safe: command-injection
    return {"ok": True}
