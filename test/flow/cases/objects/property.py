# Case: a property builds the command
import os

from flask import Flask, request

app = Flask(__name__)


class Unit:
    def __init__(self, name):
        self.name = name

    @property
    def command(self):
        return "systemctl restart " + self.name


@app.post("/restart")
def restart():
    name = request.form["unit"]  # step 1
    unit = Unit(name)  # step 2
    os.system(unit.command)  # sink: command-injection
    return {"ok": True}
