# Case: text is declared to be safe HTML
from flask import Flask, render_template, request
from markupsafe import Markup

app = Flask(__name__)


@app.get("/note")
def note():
    text = request.args["text"]  # step 1
    body = Markup("<div>" + text + "</div>")  # sink: cross-site-scripting
    return render_template("note.html", body=body)
