# Case: the function that is an argument does not escape
import html

from flask import Flask, request

app = Flask(__name__)


def same(text):
    return text


def paragraph(text, escape):
    return "<p>" + escape(text) + "</p>"


@app.get("/title")
def title():
    return paragraph("<Title>", html.escape)  # safe: cross-site-scripting


@app.get("/greet")
def greet():
    name = request.args["name"]  # step 1
    page = paragraph(name, same)  # step 2
    return page  # sink: cross-site-scripting
