# Case: JSON text in a page can end the script element
import json

from flask import Flask, request

app = Flask(__name__)


@app.get("/chart")
def chart():
    title = json.dumps(request.args["title"])  # step 1
    page = "<script>draw(" + title + ")</script>"
    return page  # sink: cross-site-scripting
