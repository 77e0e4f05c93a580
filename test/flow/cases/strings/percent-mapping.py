# Case: names in a % format
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/copy")
def copy():
    values = {"source": "/srv/in", "target": request.form["target"]}  # step 1
    command = "cp -r %(source)s %(target)s" % values
    os.system(command)  # sink: command-injection
    return {"ok": True}
