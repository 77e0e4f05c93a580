# Case: a cookie is unpickled
import base64
import pickle

from flask import Flask, request

app = Flask(__name__)


@app.get("/cart")
def cart():
    raw = request.cookies.get("cart", "")  # step 1
    items = pickle.loads(base64.b64decode(raw))  # sink: deserialisation-of-request-data
    return {"items": len(items)}
