# Case: the characters are gone through one by one
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/reverse")
def reverse():
    text = request.form["text"]  # step 1
    turned = ""
    for character in text:
        turned = character + turned
    os.system("echo " + turned)  # sink: command-injection
    return {"ok": True}
