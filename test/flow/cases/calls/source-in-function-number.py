# Case: a function reads a number of the request for its caller
import os

from flask import Flask, request

app = Flask(__name__)


def wanted_count():
    text = request.form.get("count", "1")
    return int(text)


@app.post("/ping")
def ping():
    count = wanted_count()
    os.system("ping localhost -c " + str(count))  # safe: command-injection
    return {"ok": True}
