# Case: the text of a view is a page
from flask import Flask, request

app = Flask(__name__)


@app.get("/greet")
def greet():
    name = request.args.get("name", "")  # step 1
    page = "<p>Welcome, " + name + "</p>"
    return page  # sink: cross-site-scripting
