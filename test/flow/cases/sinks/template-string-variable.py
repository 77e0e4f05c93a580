# Case: the request is a variable of a constant template
from flask import Flask, render_template_string, request

app = Flask(__name__)


@app.get("/hello")
def hello():
    name = request.args.get("name", "you")
    page = render_template_string("<h1>Hello {{ name }}</h1>", name=name)  # safe: template-injection
    return {"length": len(page)}
