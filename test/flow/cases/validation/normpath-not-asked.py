# Case: the normal form is made, but nobody asks where it lies
import os

from flask import Flask, request

app = Flask(__name__)
ROOT = "/srv/files/"


@app.get("/size")
def size():
    path = os.path.normpath(ROOT + request.args["name"])  # step 1
    with open(path, "rb") as stream:  # sink: path-traversal
        return {"size": len(stream.read())}
