# Case: percent signs are decoded after the escaping
import html
from urllib.parse import unquote

from flask import Flask, request

app = Flask(__name__)


@app.get("/greet")
def greet():
    escaped = html.escape(request.args["name"])  # step 1
    page = "<p>" + unquote(escaped) + "</p>"
    return page  # sink: cross-site-scripting
