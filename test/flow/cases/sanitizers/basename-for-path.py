# Case: only the last part of the path is used
import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/size")
def size():
    name = os.path.basename(request.args["name"])
    with open(os.path.join("/srv/files", name), "rb") as stream:  # safe: path-traversal
        return {"size": len(stream.read())}
