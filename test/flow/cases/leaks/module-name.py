# Case: the client names the module that is imported
import importlib

from flask import Flask, request

app = Flask(__name__)


@app.post("/backend")
def backend():
    name = request.form["backend"]  # step 1
    module = importlib.import_module("backends." + name)  # sink: module-name-injection
    return {"loaded": module is not None}
