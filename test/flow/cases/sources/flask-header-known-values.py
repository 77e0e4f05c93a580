# Case: a header is only compared with constants
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/build")
def build():
    event = request.headers.get("X-Event", "")
    branch = "main"
    if event == "release":
        branch = "stable"
    os.system("git checkout " + branch)  # safe: command-injection
    return {"branch": branch}
