# Case: a nested function has a variable of its own with the same name
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/clean")
def clean():
    folder = request.form["folder"]

    def remove(suffix):
        folder = "/tmp/app"
        os.system("rm " + folder + "/*." + suffix)  # safe: command-injection

    for suffix in ("tmp", "bak"):
        remove(suffix)
    return {"length": len(folder)}
