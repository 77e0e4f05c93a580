# Case: a file of the client's choice is removed
import os

from flask import Flask, request

app = Flask(__name__)


@app.delete("/files")
def remove():
    name = request.args["name"]  # step 1
    os.remove(f"/srv/files/{name}")  # sink: path-traversal
    return {"ok": True}
