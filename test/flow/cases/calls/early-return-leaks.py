# Case: one of the ways gives back what came in
import os

from flask import Flask, request

app = Flask(__name__)


def size_name(text):
    if text == "small":
        return "320x200"
    if "x" in text:
        return text
    return "640x400"


@app.post("/resize")
def resize():
    wanted = request.form["size"]  # step 1
    size = size_name(wanted)  # step 2
    os.system("resize-all " + size)  # sink: command-injection
    return {"ok": True}
