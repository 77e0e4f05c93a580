# Case: spaces are tidied up, which stops nothing
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/ping")
def ping():
    host = request.form["host"]  # step 1
    host = host.strip().replace(" ", "").lower()
    os.system("ping -c 1 " + host)  # sink: command-injection
    return {"ok": True}
