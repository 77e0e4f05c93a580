# Case: the escaping is in a module of helpers
# file: helpers/text.py
import html


def clean(text):
    return html.escape(text.strip())
# file: app.py
from flask import Flask, request

from helpers.text import clean

app = Flask(__name__)


@app.get("/greet")
def greet():
    name = clean(request.args["name"])
    return "<p>Welcome, " + name + "</p>"  # safe: cross-site-scripting
