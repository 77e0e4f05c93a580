# Case: a function reads the request for its caller
import os

from flask import Flask, request

app = Flask(__name__)


def wanted_host():
    return request.form.get("host", "localhost")  # step 1


@app.post("/ping")
def ping():
    host = wanted_host()  # step 2
    os.system("ping -c 1 " + host)  # sink: command-injection
    return {"ok": True}
