# Case: the name of an upload is where it is written
import os

from flask import Flask, request

app = Flask(__name__)
UPLOADS = "/srv/uploads"


@app.post("/upload")
def upload():
    name = request.form["name"]  # step 1
    target = os.path.join(UPLOADS, name)
    with open(target, "wb") as stream:  # sink: path-traversal
        stream.write(b"empty")
    return {"ok": True}
