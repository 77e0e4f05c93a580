# Case: two dots are refused, but join drops the folder before "/etc/passwd"
import os

from flask import Flask, abort, request

app = Flask(__name__)
ROOT = "/srv/files"


@app.get("/size")
def size():
    name = request.args["name"]  # step 1
    if ".." in name:
        abort(404)
    with open(os.path.join(ROOT, name), "rb") as stream:  # sink: path-traversal
        return {"size": len(stream.read())}
