import html

import tornado.escape
import tornado.web
from django.http import HttpResponse, JsonResponse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from flask import Flask, jsonify, make_response, render_template, request
from markupsafe import Markup, escape

app = Flask(__name__)
api = FastAPI()


@app.get("/greet")
def greet():
    name = request.args.get("name", "")
    # ruleid: cross-site-scripting
    return "<p>Welcome, " + name + "</p>"


def row(label, value):
    return f"<tr><td>{label}</td><td>{value}</td></tr>"


@app.get("/table")
def table():
    lines = row("name", request.args["name"])
    # ruleid: cross-site-scripting
    return make_response("<table>" + lines + "</table>")


def whoami(request):
    agent = request.META.get("HTTP_USER_AGENT", "unknown")
    # ruleid: cross-site-scripting
    return HttpResponse("<html>You use " + agent + "</html>")


def banner(request):
    text = request.GET.get("text", "")
    # ruleid: cross-site-scripting
    return {"html": mark_safe("<b>%s</b>" % text)}


@app.get("/note")
def note():
    # ruleid: cross-site-scripting
    body = Markup("<div>" + request.args["text"] + "</div>")
    return render_template("note.html", body=body)


class Hello(tornado.web.RequestHandler):
    def get(self):
        name = self.get_argument("name", "you")
        # ruleid: cross-site-scripting
        self.write("<h1>Hello " + name + "</h1>")
        # ok: cross-site-scripting
        self.write("<h1>Hello " + tornado.escape.xhtml_escape(name) + "</h1>")


@api.get("/page")
def page(title: str, size: int = 1):
    # ruleid: cross-site-scripting
    return HTMLResponse(f"<title>{title}</title>")


@api.get("/sized")
def sized(size: int):
    # ok: cross-site-scripting
    return HTMLResponse(f"<hr size={size}>")


@app.get("/escaped")
def escaped():
    name = html.escape(request.args["name"])
    # ok: cross-site-scripting
    return "<p>" + name + "</p>"


@app.get("/bye/<name>")
def bye(name):
    # ok: cross-site-scripting
    return f"<p>Bye, {escape(name)}</p>"


@app.get("/data")
def data():
    # ok: cross-site-scripting
    return jsonify(title=request.args["title"])


@app.get("/dictionary")
def dictionary():
    # ok: cross-site-scripting
    return {"title": request.args["title"]}


@app.get("/template")
def template():
    # ok: cross-site-scripting
    return render_template("page.html", title=request.args["title"])


def formatted(request):
    # ok: cross-site-scripting
    return HttpResponse(format_html("<b>{}</b>", request.GET["text"]))


def as_json(request):
    # ok: cross-site-scripting
    return JsonResponse({"text": request.GET["text"]})
