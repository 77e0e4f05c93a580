# Case: named arguments are a dictionary in the function
import os

from flask import Flask, request

app = Flask(__name__)


def run(program, **options):
    words = [program]
    for key, value in options.items():
        words.append("--" + key + "=" + value)
    os.system(" ".join(words))  # sink: command-injection


@app.post("/tag")
def tag():
    message = request.form["message"]  # step 1
    run("git-tag", message=message)  # step 2
    return {"ok": True}
