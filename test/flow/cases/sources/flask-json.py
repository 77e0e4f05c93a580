# Case: a member of a JSON body is evaluated
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.post("/calculate")
def calculate():
    body = request.get_json()  # step 1
    expression = body["expression"]
    total = eval(expression)  # sink: code-injection
    return jsonify(ok=total is not None)
