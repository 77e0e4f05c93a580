# Case: an XPath expression has a variable
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.get("/user")
def user():
    name = request.args["name"]
    tree = etree.parse("users.xml")
    found = tree.xpath("//user[@name=$name]", name=name)  # safe: xpath-injection
    return {"count": len(found)}
