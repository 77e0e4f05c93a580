# Case: a setter stores the text in lower case
import os

from flask import Flask, request

app = Flask(__name__)


class Unit:
    def __init__(self):
        self._name = "web"

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        self._name = value.lower()


@app.post("/restart")
def restart():
    unit = Unit()
    unit.name = request.form["unit"]  # step 1
    os.system("systemctl restart " + unit.name)  # sink: command-injection
    return {"ok": True}
