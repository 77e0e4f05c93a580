# Case: percent signs are decoded before the escaping
import html
from urllib.parse import unquote

from flask import Flask, request

app = Flask(__name__)


@app.get("/greet")
def greet():
    name = unquote(request.args["name"])
    page = "<p>" + html.escape(name) + "</p>"
    return page  # safe: cross-site-scripting
