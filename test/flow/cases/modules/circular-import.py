# Case: two modules import each other
# file: orders.py
import sqlite3

import customers


def orders_of(name):
    key = customers.key_of(name)
    return key


def run(statement):
    return sqlite3.connect("shop.db").execute(statement).fetchone()  # sink: sql-injection
# file: customers.py
import orders


def key_of(name):
    return orders.run("SELECT id FROM customers WHERE name = '" + name + "'")  # step 3
# file: app.py
from flask import Flask, request

import orders

app = Flask(__name__)


@app.get("/orders")
def show():
    name = request.args["name"]  # step 1
    return {"found": orders.orders_of(name) is not None}  # step 2
