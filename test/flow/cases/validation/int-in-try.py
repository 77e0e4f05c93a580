# Case: text that is no number raises, and the request ends
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/kill")
def kill():
    pid = request.form["pid"]
    try:
        number = int(pid)
    except ValueError:
        return {"ok": False}, 400
    os.system("kill -HUP %s" % number)  # safe: command-injection
    return {"ok": True}
