# Case: a resolved path of pathlib lies below the folder
from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
ROOT = Path("/srv/files").resolve()


@app.get("/size")
def size():
    path = (ROOT / request.args["name"]).resolve()
    if not path.is_relative_to(ROOT):
        abort(404)
    return {"size": len(path.read_bytes())}  # safe: path-traversal
