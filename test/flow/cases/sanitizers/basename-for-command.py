# Case: the last part of a path can hold a semicolon
import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/kind")
def kind():
    name = os.path.basename(request.args["name"])  # step 1
    status = os.system("file /srv/files/" + name)  # sink: command-injection
    return {"status": status}
