# Case: the base name is taken, and the whole name used
import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/size")
def size():
    name = request.args["name"]  # step 1
    shown = os.path.basename(name)
    with open(os.path.join("/srv/files", name), "rb") as stream:  # sink: path-traversal
        return {"size": len(stream.read()), "letters": len(shown)}
