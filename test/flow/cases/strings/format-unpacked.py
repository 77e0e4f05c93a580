# Case: format with the entries of a dictionary
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/copy")
def copy():
    values = {"source": "/srv/in"}
    values["target"] = request.form["target"]  # step 1
    command = "cp -r {source} {target}".format(**values)
    os.system(command)  # sink: command-injection
    return {"ok": True}
