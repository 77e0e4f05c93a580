# Case: a text that is no value of the enumeration raises
import enum
import os

from flask import Flask, request

app = Flask(__name__)


class Unit(str, enum.Enum):
    WEB = "web"
    WORKER = "worker"


@app.post("/restart")
def restart():
    unit = Unit(request.form["unit"])
    os.system("systemctl restart " + unit.value)  # safe: command-injection
    return {"ok": True}
