# Case: a class attribute is set by one view and used by another
import os

from flask import Flask, request

app = Flask(__name__)


class Settings:
    unit = "web"


@app.post("/choose")
def choose():
    Settings.unit = request.form["unit"]  # step 1
    return {"ok": True}


@app.post("/restart")
def restart():
    os.system("systemctl restart " + Settings.unit)  # sink: command-injection
    return {"ok": True}
