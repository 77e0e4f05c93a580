# Case: the shell gets a quoted word
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.get("/ping")
def ping():
    host = shlex.quote(request.args["host"])
    os.system("ping -c 1 -- " + host)  # safe: command-injection
    return {"ok": True}
