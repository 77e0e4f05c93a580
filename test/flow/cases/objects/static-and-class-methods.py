# Case: a class method makes the object, a static method the text
import os

from flask import Flask, request

app = Flask(__name__)


class Unit:
    def __init__(self, name):
        self.name = name

    @classmethod
    def parse(cls, text):
        return cls(text.strip())

    @staticmethod
    def command(verb, name):
        return "systemctl " + verb + " " + name


@app.post("/restart")
def restart():
    text = request.form["unit"]  # step 1
    unit = Unit.parse(text)  # step 2
    os.system(Unit.command("restart", unit.name))  # sink: command-injection
    return {"ok": True}
