# Case: a class method that forgets its parameter
import os

from flask import Flask, request

app = Flask(__name__)


class Unit:
    def __init__(self, name):
        self.name = name

    @classmethod
    def parse(cls, text):
        return cls("web" if text == "web" else "worker")


@app.post("/restart")
def restart():
    unit = Unit.parse(request.form["unit"])
    os.system("systemctl restart " + unit.name)  # safe: command-injection
    return {"ok": True}
