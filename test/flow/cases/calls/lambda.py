# Case: a lambda builds the command
import os

from flask import Flask, request

app = Flask(__name__)
COMMAND = lambda name: "useradd " + name


@app.post("/user")
def user():
    name = request.form["name"]  # step 1
    os.system(COMMAND(name))  # sink: command-injection
    return {"ok": True}
