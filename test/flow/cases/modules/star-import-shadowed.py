# Case: a function of the file itself takes the place of the one that a star brings
# file: helpers.py
import os


def remove_tree(path):
    os.system("rm -rf " + path)  # safe: command-injection
# file: app.py
from flask import Flask, request

from helpers import *

app = Flask(__name__)
removed = []


def remove_tree(path):
    removed.append(len(path))


@app.delete("/project")
def remove():
    remove_tree("/srv/projects/" + request.args["name"])
    return {"count": len(removed)}
