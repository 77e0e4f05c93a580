# Case: safe_join of werkzeug keeps below the folder
from flask import Flask, abort, request
from werkzeug.utils import safe_join

app = Flask(__name__)


@app.get("/size")
def size():
    path = safe_join("/srv/files", request.args["name"])
    if path is None:
        abort(404)
    with open(path, "rb") as stream:  # safe: path-traversal
        return {"size": len(stream.read())}
