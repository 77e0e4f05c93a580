# Case: the real path lies below the folder
import os

from flask import Flask, abort, request

app = Flask(__name__)
ROOT = "/srv/files"


@app.get("/size")
def size():
    path = os.path.realpath(os.path.join(ROOT, request.args["name"]))
    if not path.startswith(ROOT + os.sep):
        abort(404)
    with open(path, "rb") as stream:  # safe: path-traversal
        return {"size": len(stream.read())}
