# Case: Markup escapes what it formats
from flask import Flask, render_template, request
from markupsafe import Markup

app = Flask(__name__)


@app.get("/note")
def note():
    text = request.args["text"]
    body = Markup("<div>{}</div>").format(text)  # safe: cross-site-scripting
    return render_template("note.html", body=body)
