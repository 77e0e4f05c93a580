# Case: the normal form of the path lies below the folder
import os

from flask import Flask, abort, request

app = Flask(__name__)
ROOT = "/srv/files/"


@app.get("/size")
def size():
    path = os.path.normpath(ROOT + request.args["name"])
    if path.startswith(ROOT):
        with open(path, "rb") as stream:  # safe: path-traversal
            return {"size": len(stream.read())}
    abort(404)
