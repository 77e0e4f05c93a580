# Case: a recursive function that only counts with the client's text
import os

from flask import Flask, request

app = Flask(__name__)


def count(text, depth):
    if not text:
        os.system("echo " + "x" * 3)  # safe: command-injection
        return depth
    return count(text[1:], depth + 1)


@app.post("/run")
def run():
    depth = count(request.form["script"], 0)
    return {"depth": depth}
