# Case: words are joined to a command
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/tag")
def tag():
    words = ["git", "tag"]
    words.append(request.form["name"])  # step 1
    os.system(" ".join(words))  # sink: command-injection
    return {"ok": True}
