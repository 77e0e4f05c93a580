# Case: the form only decides which of two constants is run
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/restart")
def restart():
    if "graceful" in request.form:
        action = "reload"
    else:
        action = "restart"
    os.system("systemctl " + action + " worker")  # safe: command-injection
    return {"action": action}
