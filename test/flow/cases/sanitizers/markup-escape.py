# Case: escape() of markupsafe
from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)


@app.get("/greet/<name>")
def greet(name):
    return f"<p>Welcome, {escape(name)}</p>"  # safe: cross-site-scripting


@app.get("/bye")
def bye():
    return "<p>Bye, %s</p>" % escape(request.args["name"])  # safe: cross-site-scripting
