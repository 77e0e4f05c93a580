# Case: a long statement is put together from constants
import sqlite3

from flask import Flask, request

app = Flask(__name__)
TABLE = "orders"


@app.get("/orders")
def orders():
    statement = "SELECT id, total " + "FROM " + TABLE
    statement += " WHERE customer = ?"
    statement = statement + " ORDER BY id"
    rows = sqlite3.connect("s.db").execute(statement, (request.args["customer"],)).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
