# Case: the function that escapes is an argument
import html

from flask import Flask, request

app = Flask(__name__)


def paragraph(text, escape):
    return "<p>" + escape(text) + "</p>"


@app.get("/greet")
def greet():
    return paragraph(request.args["name"], html.escape)  # safe: cross-site-scripting
