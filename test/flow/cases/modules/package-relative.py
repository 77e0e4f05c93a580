# Case: relative imports inside of a package
# file: shop/__init__.py
# file: shop/web/__init__.py
# file: shop/web/views.py
from flask import Blueprint, request

from ..storage.orders import find_orders

blueprint = Blueprint("orders", __name__)


@blueprint.get("/orders")
def orders():
    status = request.args["status"]  # step 1
    return {"count": find_orders(status)}  # step 2
# file: shop/storage/__init__.py
# file: shop/storage/orders.py
from . import connect


def find_orders(status):
    cursor = connect.open_database().cursor()
    cursor.execute(f"SELECT id FROM orders WHERE status = '{status}'")  # sink: sql-injection
    return len(cursor.fetchall())
# file: shop/storage/connect.py
import sqlite3


def open_database():
    return sqlite3.connect("shop.db")
