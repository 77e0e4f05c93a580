import ast
import json
import timeit

from bottle import post
from bottle import request as form
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.post("/calculate")
def calculate():
    expression = request.get_json()["expression"]
    # ruleid: code-injection
    total = eval(expression)
    return jsonify(ok=total is not None)


def run(script, names):
    # ruleid: code-injection
    exec(compile_all(script), names)


def compile_all(lines):
    return "\n".join(lines.splitlines())


@post("/run")
def run_script():
    run(form.forms.get("script"), {})
    return {"ok": True}


def filter_rows(request, rows):
    rule = request.GET.get("rule", "True")
    # ruleid: code-injection
    return [row for row in rows if eval("lambda row: " + rule)(row)]


@app.post("/measure")
def measure():
    # ruleid: code-injection
    return {"seconds": timeit.timeit(request.form["code"], number=10)}


@app.post("/points")
def points():
    # ok: code-injection
    values = ast.literal_eval(request.form["points"])
    # ok: code-injection
    more = json.loads(request.data)
    return {"count": len(values) + len(more)}


FORMULA = "price * 1.2"


@app.post("/gross")
def gross():
    price = float(request.form["price"])
    # ok: code-injection
    return {"total": eval(FORMULA, {"__builtins__": {}}, {"price": price})}


OPERATIONS = {"double": "2 * x", "half": "x / 2"}


@app.post("/operation")
def operation():
    # ok: code-injection
    return {"total": eval(OPERATIONS[request.form["operation"]], {"x": int(request.form["x"])})}
