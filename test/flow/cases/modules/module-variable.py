# Case: a variable of a module is set in one module and used in another
# file: state.py
current = "web"
others = 3
# file: app.py
from flask import Flask, request

import state

app = Flask(__name__)


@app.post("/choose")
def choose():
    state.current = request.form["unit"]  # step 1
    return {"ok": True}
# file: worker.py
import os

import state


def restart():
    os.system("systemctl restart " + state.current)  # sink: command-injection
