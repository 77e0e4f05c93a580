# Case: shlex.join quotes each of the words
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.post("/tag")
def tag():
    words = ["git", "tag"]
    words.append(request.form["name"])
    os.system(shlex.join(words))  # safe: command-injection
    return {"ok": True}
