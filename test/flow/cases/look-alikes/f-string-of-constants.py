# Case: an f-string whose parts are constants
import sqlite3

from flask import Flask, request

app = Flask(__name__)
TABLE = "orders"
LIMIT = 50


@app.get("/orders")
def orders():
    column = "customer" if request.args.get("by") == "customer" else "product"
    statement = f"SELECT id FROM {TABLE} WHERE {column} = ? LIMIT {LIMIT}"
    rows = sqlite3.connect("s.db").execute(statement, (request.args["value"],)).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
