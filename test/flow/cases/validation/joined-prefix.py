# Case: a joined path always starts with the folder, whatever dots follow
import os

from flask import Flask, abort, request

app = Flask(__name__)
ROOT = "/srv/files"


@app.get("/size")
def size():
    path = os.path.join(ROOT, request.args["name"])  # step 1
    if not path.startswith(ROOT):
        abort(404)
    with open(path, "rb") as stream:  # sink: path-traversal
        return {"size": len(stream.read())}
