import jinja2
from django.http import HttpResponse
from django.template import Context, Template
from flask import Flask, render_template, render_template_string, request
from mako.template import Template as MakoTemplate

app = Flask(__name__)
environment = jinja2.Environment(autoescape=True)


@app.get("/hello")
def hello():
    name = request.args.get("name", "you")
    # ruleid: template-injection
    page = render_template_string("<h1>Hello %s</h1>" % name)
    # ok: template-injection
    page += render_template_string("<h1>Hello {{ name }}</h1>", name=name)
    # ok: template-injection
    page += render_template("hello.html", name=name)
    return page


def preview_of(source):
    # ruleid: template-injection
    return environment.from_string(source).render()


@app.post("/preview")
def preview():
    return {"html": preview_of(request.form["source"])}


def greeting(request):
    # ruleid: template-injection
    template = Template("Dear " + request.POST["name"] + ", {{ text }}")
    return HttpResponse(template.render(Context({"text": "welcome"})))


@app.post("/letter")
def letter():
    # ruleid: template-injection
    return {"text": MakoTemplate(request.get_json()["text"]).render()}


TEMPLATES = {"short": "{{ name }}", "long": "Dear {{ name }}"}


@app.post("/choice")
def choice():
    # ok: template-injection
    template = environment.from_string(TEMPLATES[request.form["template"]])
    return {"text": template.render(name=request.form["name"])}


def banner(text):
    # ok: template-injection
    return jinja2.Template("<b>" + text + "</b>").render()


banner("{{ today }}")
