# Case: a template of Jinja is made of a form field
import jinja2
from flask import Flask, request

app = Flask(__name__)
environment = jinja2.Environment(autoescape=True)


@app.post("/preview")
def preview():
    source = request.form["source"]  # step 1
    template = environment.from_string(source)  # sink: template-injection
    return {"blocks": len(template.blocks)}
