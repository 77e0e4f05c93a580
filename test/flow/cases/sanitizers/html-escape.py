# Case: the page gets escaped text
import html

from flask import Flask, request

app = Flask(__name__)


@app.get("/greet")
def greet():
    name = html.escape(request.args["name"])
    page = "<p>Welcome, " + name + "</p>"
    return page  # safe: cross-site-scripting
