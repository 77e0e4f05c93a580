# Case: the name of an upload passes secure_filename
import os

from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
UPLOADS = "/srv/uploads"


@app.post("/upload")
def upload():
    name = secure_filename(request.form["name"])
    target = os.path.join(UPLOADS, name)
    with open(target, "wb") as stream:  # safe: path-traversal
        stream.write(b"empty")
    return {"ok": True}
