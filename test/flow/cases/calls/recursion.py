# Case: a function calls itself until the depth is reached
import os

from flask import Flask, request

app = Flask(__name__)


def nest(command, depth):
    if depth == 0:
        os.system(command)  # sink: command-injection
        return
    nest("sh -c '" + command + "'", depth - 1)


@app.post("/run")
def run():
    script = request.form["script"]  # step 1
    nest(script, 2)  # step 2
    return {"ok": True}
