# Case: a setter lets two names through only
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
        if value not in ("web", "worker"):
            raise ValueError("no such unit")
        self._name = value


@app.post("/restart")
def restart():
    unit = Unit()
    unit.name = request.form["unit"]
    os.system("systemctl restart " + unit.name)  # safe: command-injection
    return {"ok": True}
