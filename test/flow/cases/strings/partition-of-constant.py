# Case: parts of a constant text, chosen by a comparison
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/mail")
def mail():
    host, _, port = "localhost:25".partition(":")
    if request.form["port"] == port:
        os.system("nc -z " + host + " " + port)  # safe: command-injection
    return {"ok": True}
