# Case: a function of the project compares the common prefix of both paths with the folder
import os

from flask import Flask, abort, request

app = Flask(__name__)


def is_within(folder, target):
    base = os.path.abspath(folder)
    place = os.path.abspath(target)
    common = os.path.commonprefix([base, place])
    return common == base


@app.get("/size")
def size():
    folder = app.config["FOLDER"]
    path = os.path.join(folder, request.args["name"])
    if not is_within(folder, path):
        abort(404)
    with open(path, "rb") as stream:  # safe: path-traversal
        return {"size": len(stream.read())}
