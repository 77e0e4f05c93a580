# Case: a cookie is read as JSON
import base64
import json

from flask import Flask, request

app = Flask(__name__)


@app.get("/cart")
def cart():
    raw = request.cookies.get("cart", "")
    items = json.loads(base64.b64decode(raw))  # safe: deserialisation-of-request-data
    return {"items": len(items)}
