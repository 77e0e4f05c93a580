# Case: the folder is one of those that the path lies in
import os
from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/size")
def size():
    folder = Path(app.config["FOLDER"]).resolve()
    path = (folder / request.args["name"]).resolve()
    if folder not in path.parents:
        abort(404)
    with open(path, "rb") as stream:  # safe: path-traversal
        return {"size": len(stream.read())}


@app.get("/length")
def length():
    folder = os.path.abspath(app.config["FOLDER"])
    path = os.path.abspath(os.path.join(folder, request.args["name"]))
    if os.path.relpath(path, folder).startswith(".."):
        abort(404)
    with open(path, "rb") as stream:  # safe: path-traversal
        return {"size": len(stream.read())}
