# Case: what was escaped is unescaped before the page
import html

from flask import Flask, request

app = Flask(__name__)


@app.get("/greet")
def greet():
    escaped = html.escape(request.args["name"])  # step 1
    name = html.unescape(escaped)
    page = "<p>" + name + "</p>"
    return page  # sink: cross-site-scripting
