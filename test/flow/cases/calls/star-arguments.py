# Case: what is left of the arguments is a tuple
import os

from flask import Flask, request

app = Flask(__name__)


def run(program, *words):
    os.system(program + " " + " ".join(words))  # sink: command-injection


@app.post("/tag")
def tag():
    name = request.form["name"]  # step 1
    run("git", "tag", name)  # step 2
    return {"ok": True}
