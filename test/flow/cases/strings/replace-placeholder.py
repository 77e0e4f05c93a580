# Case: the client's text takes the place of a word
import os

from flask import Flask, request

app = Flask(__name__)
TEMPLATE = "ping -c 1 @HOST@"


@app.post("/ping")
def ping():
    host = request.form["host"]  # step 1
    os.system(TEMPLATE.replace("@HOST@", host))  # sink: command-injection
    return {"ok": True}
