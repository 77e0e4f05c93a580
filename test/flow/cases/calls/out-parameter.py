# Case: a function puts the text into a list of its caller
import os

from flask import Flask, request

app = Flask(__name__)


def collect(words):
    words.append(request.form["branch"])  # step 1


@app.post("/checkout")
def checkout():
    words = ["git", "checkout"]
    collect(words)  # step 2
    os.system(" ".join(words))  # sink: command-injection
    return {"ok": True}
