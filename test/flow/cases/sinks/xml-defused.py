# Case: the body of a request is parsed by defusedxml
import defusedxml.ElementTree
from flask import Flask, request

app = Flask(__name__)


@app.post("/orders")
def orders():
    text = request.data
    root = defusedxml.ElementTree.fromstring(text)  # safe: xml-from-request
    return {"orders": len(root)}
