# Case: the name of the module is looked up
import importlib

from flask import Flask, request

app = Flask(__name__)
BACKENDS = {"file": "backends.local", "net": "backends.remote"}


@app.post("/backend")
def backend():
    module = importlib.import_module(BACKENDS[request.form["backend"]])  # safe: module-name-injection
    return {"loaded": module is not None}
