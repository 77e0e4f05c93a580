# Case: the quoted text is replaced by what is read from the form again
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.post("/note")
def note():
    text = shlex.quote(request.form["text"])
    if not text:
        text = "empty"
    text = request.form["title"]  # step 1
    os.system("notify " + text)  # sink: command-injection
    return {"ok": True}
