# Case: format with names
import os

from flask import Flask, request

app = Flask(__name__)
COMMAND = "cp -r {source} {target}"


@app.post("/copy")
def copy():
    target = request.form["target"]  # step 1
    command = COMMAND.format(source="/srv/in", target=target)
    os.system(command)  # sink: command-injection
    return {"ok": True}
