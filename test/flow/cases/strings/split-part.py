# Case: one part of a split text
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/mail")
def mail():
    address = request.form["address"]  # step 1
    user, _, domain = address.partition("@")
    os.system("dig MX " + domain)  # sink: command-injection
    return {"length": len(user)}
