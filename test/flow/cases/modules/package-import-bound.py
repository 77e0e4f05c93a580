# Case: the module that `import a.b` in the function gives passes the value as a parameter of the statement
# file: web.py
from flask import request


def order():
    import shop.orders

    return shop.orders.find(request.args["id"])
# file: shop/orders.py
import sqlite3


def find(key):
    connection = sqlite3.connect("shop.db")
    return connection.execute("SELECT id FROM orders WHERE id = ?", (key,))  # safe: sql-injection
