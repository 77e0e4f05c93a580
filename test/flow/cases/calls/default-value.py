# Case: the parameter that is not given keeps its default
import os

from flask import Flask, request

app = Flask(__name__)


def report(title, recipient="root"):
    os.system("echo report | mail " + recipient)  # safe: command-injection
    return len(title)


@app.post("/report")
def start():
    length = report(request.form["title"])
    return {"length": length}
