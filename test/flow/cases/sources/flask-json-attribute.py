# Case: request.json names the file that is opened
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/size")
def size():
    name = request.json["file"]  # step 1
    with open(os.path.join("/srv/files", name)) as stream:  # sink: path-traversal
        return {"size": len(stream.read())}
