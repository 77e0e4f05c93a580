# Case: a resolved path of pathlib may lie anywhere
from pathlib import Path

from flask import Flask, request

app = Flask(__name__)
ROOT = Path("/srv/files").resolve()


@app.get("/size")
def size():
    path = (ROOT / request.args["name"]).resolve()  # step 1
    data = path.read_bytes()  # sink: path-traversal
    return {"size": len(data)}
