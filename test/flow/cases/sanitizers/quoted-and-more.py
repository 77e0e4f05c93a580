# Case: one word is quoted, the one behind it is not
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.post("/note")
def note():
    title = request.form["title"]
    text = request.form["text"]  # step 1
    command = "notify " + shlex.quote(title) + " " + text
    os.system(command)  # sink: command-injection
    return {"ok": True}
