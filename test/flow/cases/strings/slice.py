# Case: a slice of the client's text
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/ping")
def ping():
    address = request.form["address"]  # step 1
    if address.startswith("host:"):
        address = address[5:]
    os.system("ping -c 1 " + address)  # sink: command-injection
    return {"ok": True}
