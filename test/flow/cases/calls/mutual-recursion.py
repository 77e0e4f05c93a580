# Case: two functions call each other
import os

from flask import Flask, request

app = Flask(__name__)


def opened(text, rest):
    if not rest:
        os.system("draw " + text)  # sink: command-injection
        return
    closed(text + "(", rest - 1)


def closed(text, rest):
    opened(text + ")", rest - 1)


@app.post("/draw")
def draw():
    label = request.form["label"]  # step 1
    closed(label, 5)  # step 2
    return {"ok": True}
