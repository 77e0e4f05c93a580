# Case: the text of an object holds nothing of the field
import os

from flask import Flask, request

app = Flask(__name__)


class Command:
    def __init__(self, note):
        self.note = note

    def __str__(self):
        return "git gc"


@app.post("/tidy")
def tidy():
    command = Command(request.form["note"])
    os.system(str(command))  # safe: command-injection
    os.system(f"{command} --quiet")  # safe: command-injection
    return {"ok": True}
