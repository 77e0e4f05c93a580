# Case: the body of a request is parsed with entities
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.post("/orders")
def orders():
    text = request.data  # step 1
    parser = etree.XMLParser(resolve_entities=True)
    root = etree.fromstring(text, parser)  # sink: xml-from-request
    return {"orders": len(root)}
