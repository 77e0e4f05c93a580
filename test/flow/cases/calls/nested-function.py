# Case: a nested function uses a variable of the outer one
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/clean")
def clean():
    folder = request.form["folder"]  # step 1

    def remove(suffix):
        os.system("rm " + folder + "/*." + suffix)  # sink: command-injection

    for suffix in ("tmp", "bak"):
        remove(suffix)
    return {"ok": True}
