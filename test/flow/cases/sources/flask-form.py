# Case: a form field of Flask reaches a shell
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/ping")
def ping():
    host = request.form.get("host", "localhost")  # step 1
    status = os.system("ping -c 1 " + host)  # sink: command-injection
    return {"reachable": status == 0}
