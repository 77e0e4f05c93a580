# Case: a group of a match is a part of the client's text
import os
import re

from flask import Flask, request

app = Flask(__name__)


@app.post("/user")
def user():
    match = re.match(r"name=(.*);", request.form["query"])  # step 1
    if match is None:
        return {"ok": False}
    os.system("id " + match.group(1))  # sink: command-injection
    return {"ok": True}
