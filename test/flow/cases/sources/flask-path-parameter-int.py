# Case: the converter of the route lets numbers through only
import sqlite3

from flask import Flask

app = Flask(__name__)


@app.route("/orders/<int:order_id>")
def order(order_id):
    connection = sqlite3.connect("shop.db")
    row = connection.execute(f"SELECT total FROM orders WHERE id = {order_id}").fetchone()  # safe: sql-injection
    return {"found": row is not None}
