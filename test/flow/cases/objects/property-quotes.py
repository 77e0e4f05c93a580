# Case: a property builds the command of a quoted name
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


class Unit:
    def __init__(self, name):
        self.name = name

    @property
    def command(self):
        return "systemctl restart " + shlex.quote(self.name)


@app.post("/restart")
def restart():
    unit = Unit(request.form["unit"])
    os.system(unit.command)  # safe: command-injection
    return {"ok": True}
