# Case: text goes to bytes and back
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.post("/count")
def count():
    word = request.form["word"]  # step 1
    data = word.encode("utf-8")
    command = b"grep -c " + data + b" /srv/text"
    subprocess.call(command.decode(), shell=True)  # sink: command-injection
    return {"ok": True}
