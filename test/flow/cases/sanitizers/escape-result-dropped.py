# Case: the quoted text is not used
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.post("/note")
def note():
    text = request.form["text"]  # step 1
    shlex.quote(text)
    os.system("notify " + text)  # sink: command-injection
    return {"ok": True}
