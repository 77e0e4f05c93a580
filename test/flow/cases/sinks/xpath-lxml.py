# Case: an XPath expression is built
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.get("/user")
def user():
    name = request.args["name"]  # step 1
    tree = etree.parse("users.xml")
    found = tree.xpath("//user[@name='" + name + "']")  # sink: xpath-injection
    return {"count": len(found)}
