import defusedxml.ElementTree
from django.http import HttpResponse
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.post("/orders")
def orders():
    # ruleid: xml-from-request
    root = etree.fromstring(request.data)
    return {"orders": len(root)}


def read(text):
    parser = etree.XMLParser(resolve_entities=True)
    # ruleid: xml-from-request
    return etree.fromstring(text, parser)


def invoices(request):
    return HttpResponse("%d" % len(read(request.body)))


@app.post("/safe")
def safe():
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: xml-from-request
    root = etree.fromstring(request.data, parser)
    # ok: xml-from-request
    other = defusedxml.ElementTree.fromstring(request.data)
    return {"orders": len(root) + len(other)}


def settings():
    # ok: xml-from-request
    return etree.parse("settings.xml")
