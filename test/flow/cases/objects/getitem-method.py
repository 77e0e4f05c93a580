# Case: an object that is asked by index reads the request
import os

from flask import Flask, request

app = Flask(__name__)


class Options:
    def __init__(self, values):
        self.values = values

    def __getitem__(self, key):
        return self.values.get(key, "")


@app.post("/ping")
def ping():
    options = Options(request.form)  # step 1
    os.system("ping -c 1 " + options["host"])  # sink: command-injection
    return {"ok": True}
