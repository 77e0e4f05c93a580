# Case: escaping for HTML leaves "$(id)" as it is
import html
import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/ping")
def ping():
    host = html.escape(request.args["host"])  # step 1
    os.system("ping -c 1 " + host)  # sink: command-injection
    return {"ok": True}
