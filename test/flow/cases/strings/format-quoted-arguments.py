# Case: every argument of the format is quoted or constant
import os
import shlex

from flask import Flask, request

app = Flask(__name__)
COMMAND = "cp -r {source} {target}"


@app.post("/copy")
def copy():
    target = request.form["target"]
    command = COMMAND.format(source="/srv/in", target=shlex.quote(target))
    os.system(command)  # safe: command-injection
    return {"ok": True}
