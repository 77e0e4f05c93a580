# Case: a shell runs a constant, the client's text is its input
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.post("/count")
def count():
    text = request.form["text"]
    output = subprocess.check_output("sort | uniq -c | wc -l", shell=True, input=text.encode())  # safe: command-injection
    return {"lines": int(output)}
