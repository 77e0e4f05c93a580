# Case: the packages lie in src
# file: src/billing/__init__.py
# file: src/billing/app.py
from flask import Flask, request

from billing.invoices import render

app = Flask(__name__)


@app.post("/invoice")
def invoice():
    customer = request.form["customer"]  # step 1
    render(customer)  # step 2
    return {"ok": True}
# file: src/billing/invoices.py
import os


def render(customer):
    os.system("make-invoice " + customer)  # sink: command-injection
