# Case: the value of a member of an enumeration
import enum
import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Order(enum.Enum):
    NEWEST = "created DESC"
    CHEAPEST = "price ASC"


@app.get("/items")
def items():
    order = Order[request.args["order"]]
    statement = "SELECT id FROM items ORDER BY " + order.value
    rows = sqlite3.connect("s.db").execute(statement).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
