# Case: the request is a template
from flask import Flask, render_template_string, request

app = Flask(__name__)


@app.get("/hello")
def hello():
    name = request.args.get("name", "you")  # step 1
    page = render_template_string("<h1>Hello %s</h1>" % name)  # sink: template-injection
    return {"length": len(page)}
