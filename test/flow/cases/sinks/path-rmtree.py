# Case: a tree of the client's choice is removed
import os
import shutil

from flask import Flask, request

app = Flask(__name__)


@app.delete("/projects")
def remove():
    project = request.args["project"]  # step 1
    shutil.rmtree(os.path.join("/srv/projects", project))  # sink: path-traversal
    return {"ok": True}
