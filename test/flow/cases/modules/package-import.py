# Case: a module is called through the package that `import a.b` gives
# file: web.py
import shop.storage.orders
from flask import request


def order():
    return shop.storage.orders.find(request.args["id"])  # step 1
# file: shop/__init__.py
# file: shop/storage/__init__.py
# file: shop/storage/orders.py
import sqlite3


def find(key):
    connection = sqlite3.connect("shop.db")
    return connection.execute("SELECT id FROM orders WHERE id = " + key)  # sink: sql-injection
