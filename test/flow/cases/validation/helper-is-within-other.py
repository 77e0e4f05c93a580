# Case: the folder itself comes from the request, and is no safer for what lies in it
import os

from flask import Flask, abort, request

app = Flask(__name__)


def is_within(folder, target):
    base = os.path.abspath(folder)
    place = os.path.abspath(target)
    common = os.path.commonpath([base, place])
    return common == base


@app.get("/size")
def size():
    folder = request.args["folder"]  # step 1
    path = os.path.join(folder, "index")
    if not is_within(folder, path):
        abort(404)
    with open(os.path.join(folder, "data"), "rb") as stream:  # sink: path-traversal
        return {"size": len(stream.read())}
