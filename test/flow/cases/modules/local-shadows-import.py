# Case: a function inside of the view takes the place of the imported one
# file: local.py
import os


def execute(name):
    os.system("run-job " + name)  # safe: command-injection
# file: app.py
from flask import Flask, request

from local import execute

app = Flask(__name__)


@app.post("/job")
def job():
    def execute(name):
        return len(name)

    return {"length": execute(request.form["job"])}


@app.post("/nightly")
def nightly():
    execute("nightly")
    return {"ok": True}
