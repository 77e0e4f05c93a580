import xml.etree.ElementTree as ET

from django.http import HttpResponse
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.get("/user")
def user():
    name = request.args["name"]
    tree = etree.parse("users.xml")
    # ruleid: xpath-injection
    found = tree.xpath("//user[@name='" + name + "']")
    # ok: xpath-injection
    found += tree.xpath("//user[@name=$name]", name=name)
    return {"count": len(found)}


def expression(field, value):
    return "//book[%s='%s']" % (field, value)


@app.get("/book")
def book():
    root = etree.parse("books.xml").getroot()
    # ruleid: xpath-injection
    return {"count": len(root.xpath(expression("title", request.args["title"])))}


def entries(request):
    tree = ET.parse("entries.xml")
    # ruleid: xpath-injection
    found = tree.findall(f".//entry[@kind='{request.GET['kind']}']")
    return HttpResponse("%d entries" % len(found))


@app.get("/compiled")
def compiled():
    # ruleid: xpath-injection
    find = etree.XPath("//user[" + request.args["filter"] + "]")
    return {"count": len(find(etree.parse("users.xml")))}


@app.get("/number")
def number():
    key = int(request.args["key"])
    # ok: xpath-injection
    return {"count": len(etree.parse("users.xml").xpath("//user[%d]" % key))}


FIELDS = {"name": "@name", "mail": "@mail"}


@app.get("/field")
def field():
    # ok: xpath-injection
    return {"count": len(etree.parse("users.xml").xpath("//user/" + FIELDS[request.args["field"]]))}
