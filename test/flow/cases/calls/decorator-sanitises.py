# Case: a decorator of the project quotes the argument
import functools
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


def quoted(function):
    @functools.wraps(function)
    def wrapper(argument):
        return function(shlex.quote(argument))

    return wrapper


@quoted
def show(name):
    os.system("show " + name)  # safe: command-injection


@app.post("/show")
def start():
    show(request.form["name"])
    return {"ok": True}
