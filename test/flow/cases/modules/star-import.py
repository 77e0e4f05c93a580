# Case: a function comes in by a star
# file: helpers.py
import os


def remove_tree(path):
    os.system("rm -rf " + path)  # sink: command-injection


def tidy():
    return 0
# file: app.py
from flask import Flask, request

from helpers import *

app = Flask(__name__)


@app.delete("/project")
def remove():
    name = request.args["name"]  # step 1
    remove_tree("/srv/projects/" + name)  # step 2
    return {"left": tidy()}
