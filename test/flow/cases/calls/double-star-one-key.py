# Case: one entry of the named arguments is clean
import os

from flask import Flask, request

app = Flask(__name__)


def run(program, **options):
    os.system(program + " --colour=" + options["colour"])  # safe: command-injection
    return len(options["message"])


@app.post("/tag")
def tag():
    length = run("git-tag", colour="never", message=request.form["message"])
    return {"length": length}
