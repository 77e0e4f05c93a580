# Case: tests of the client's text give true or false
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    text = request.form["job"]
    flags = f"{text.startswith('a')} {text.isalpha()} {bool(text)} {text.find('x')} {text.count('y')}"
    os.system("note-flags " + flags)  # safe: command-injection
    return {"ok": True}
