# Case: the name of the file is a digest
import hashlib
import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/avatar")
def avatar():
    digest = hashlib.sha256(request.args["mail"].encode()).hexdigest()
    path = os.path.join("/srv/avatars", digest + ".png")
    with open(path, "rb") as stream:  # safe: path-traversal
        return {"length": len(stream.read())}
