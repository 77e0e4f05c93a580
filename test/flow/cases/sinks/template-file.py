# Case: a template that is a file, the client's text is a variable
import jinja2
from flask import Flask, request

app = Flask(__name__)
environment = jinja2.Environment(autoescape=True, loader=jinja2.FileSystemLoader("templates"))


@app.post("/preview")
def preview():
    template = environment.get_template("preview.html")  # safe: template-injection
    text = template.render(title=request.form["title"])
    return {"length": len(text)}
