# Case: the text of an object holds a field
import os

from flask import Flask, request

app = Flask(__name__)


class Command:
    def __init__(self, words):
        self.words = words

    def __str__(self):
        return " ".join(self.words)


@app.post("/tag")
def tag():
    name = request.form["name"]  # step 1
    command = Command(["git", "tag", name])  # step 2
    os.system(str(command))  # sink: command-injection
    return {"ok": True}
