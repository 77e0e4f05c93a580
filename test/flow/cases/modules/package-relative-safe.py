# Case: relative imports inside of a package, the value is made a number on its way
# file: shop/__init__.py
# file: shop/web/__init__.py
# file: shop/web/views.py
from flask import Blueprint, request

from ..storage.orders import find_order
from .convert import number

blueprint = Blueprint("orders", __name__)


@blueprint.get("/order")
def order():
    key = number(request.args["id"])
    return {"count": find_order(key)}
# file: shop/web/convert.py
def number(text):
    return int(text, 10)
# file: shop/storage/__init__.py
# file: shop/storage/orders.py
import sqlite3


def find_order(key):
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute(f"SELECT id FROM orders WHERE id = {key}")  # safe: sql-injection
    return len(cursor.fetchall())
