# Case: a module of the project has the name of a function that runs a shell
# file: popen.py
opened = []


def system(text):
    opened.append(text)
# file: app.py
from flask import Flask, request

import popen as os

app = Flask(__name__)


@app.post("/open")
def open_it():
    os.system("open " + request.form["name"])  # safe: command-injection
    return {"ok": True}
