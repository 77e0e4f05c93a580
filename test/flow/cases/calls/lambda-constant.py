# Case: a lambda that leaves its parameter alone
import os

from flask import Flask, request

app = Flask(__name__)
COMMAND = lambda name: "useradd guest" if name else "useradd nobody"


@app.post("/user")
def user():
    name = request.form["name"]
    os.system(COMMAND(name))  # safe: command-injection
    return {"ok": True}
