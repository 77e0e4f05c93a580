# Case: everything but letters and digits is taken out
import os
import re

from flask import Flask, request

app = Flask(__name__)


@app.post("/note")
def note():
    word = re.sub(r"[^A-Za-z0-9]", "", request.form["word"])
    os.system("notify " + word)  # safe: command-injection
    return {"ok": True}
