import importlib
from importlib import import_module

from django.http import HttpResponse
from flask import Flask, request

app = Flask(__name__)


@app.post("/report")
def report():
    # ruleid: module-name-injection
    module = importlib.import_module("reports." + request.form["report"])
    return {"name": module.__name__}


def load(name):
    # ruleid: module-name-injection
    return __import__(name)


def plugin(request):
    load(request.GET["plugin"])
    return HttpResponse("loaded")


REPORTS = {"year": "reports.year", "month": "reports.month"}


@app.post("/known")
def known():
    # ok: module-name-injection
    module = import_module(REPORTS[request.form["report"]])
    return {"name": module.__name__}


def engine(name):
    # ok: module-name-injection
    return import_module("engines." + name)


engine("fast")
