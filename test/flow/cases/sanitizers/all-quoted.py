# Case: each word of a list is quoted
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.post("/note")
def note():
    words = request.form.getlist("word")
    quoted = [shlex.quote(word) for word in words]
    command = "notify " + " ".join(quoted)
    os.system(command)  # safe: command-injection
    return {"ok": True}
