# Case: the function gives a constant back on each way
import os

from flask import Flask, request

app = Flask(__name__)


def size_name(text):
    if text == "small":
        return "320x200"
    if text.startswith("l"):
        return "1280x800"
    return "640x400"


@app.post("/resize")
def resize():
    size = size_name(request.form["size"])
    os.system("resize-all " + size)  # safe: command-injection
    return {"ok": True}
