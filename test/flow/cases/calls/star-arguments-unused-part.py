# Case: the first of the arguments is constant, the rest is counted
import os

from flask import Flask, request

app = Flask(__name__)


def run(program, *words):
    os.system(program)  # safe: command-injection
    return len(words)


@app.post("/tag")
def tag():
    count = run("git gc", request.form["name"])
    return {"count": count}
