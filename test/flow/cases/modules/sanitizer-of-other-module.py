# Case: a function named as one that escapes, but it only strips
# file: helpers/text.py
import html


def clean(text):
    return html.escape(text.strip())
# file: helpers/words.py
def clean(text):
    return text.strip()
# file: app.py
from flask import Flask, request

from helpers.words import clean

app = Flask(__name__)


@app.get("/greet")
def greet():
    wanted = request.args["name"]  # step 1
    name = clean(wanted)  # step 2
    return "<p>Welcome, " + name + "</p>"  # sink: cross-site-scripting
