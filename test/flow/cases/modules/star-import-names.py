# Case: a star brings what __all__ names; the function comes from elsewhere
# file: helpers.py
import os

__all__ = ["tidy"]


def remove_tree(path):
    os.system("rm -rf " + path)  # safe: command-injection


def tidy():
    remove_tree("/tmp/app")
# file: plain.py
import shutil


def remove_tree(name):
    return len(name)
# file: app.py
from flask import Flask, request

from plain import remove_tree
from helpers import *

app = Flask(__name__)


@app.delete("/project")
def remove():
    tidy()
    return {"length": remove_tree(request.args["name"])}
