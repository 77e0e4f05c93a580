# Case: a template that escapes shows the request
from flask import Flask, render_template, request

app = Flask(__name__)


@app.get("/greet")
def greet():
    name = request.args.get("name", "")
    title = "Welcome, " + name
    return render_template("greet.html", title=title)  # safe: cross-site-scripting
