# Case: an expression that is compiled to see whether it is one is not matched with anything
import re

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/filter")
def add():
    try:
        re.compile(request.form["filter"])  # safe: regex-injection
    except re.error:
        abort(400)
    return {"ok": True}


@app.get("/filter")
def use():
    expression = re.compile(request.args["filter"])  # step 1 # sink: regex-injection
    return {"found": [name for name in ("a", "b") if expression.match(name)]}
