# Case: what a view gives as JSON is no page
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/greet")
def greet():
    name = request.args.get("name", "")
    title = "Welcome, " + name
    return jsonify(title=title)  # safe: cross-site-scripting
