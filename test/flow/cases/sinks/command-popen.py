# Case: os.popen runs a shell
import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/log")
def log():
    word = request.args["word"]  # step 1
    stream = os.popen("grep -c '" + word + "' /var/log/app.log")  # sink: command-injection
    return {"count": int(stream.read())}
