# Case: the name of the table comes from a constant dictionary
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)
TABLES = {"o": "orders", "i": "invoices"}


@app.get("/rows")
def rows():
    kind = request.args["kind"]
    if kind not in TABLES:
        abort(404)
    statement = "SELECT count(*) FROM " + TABLES[kind]
    row = sqlite3.connect("s.db").execute(statement).fetchone()  # safe: sql-injection
    return {"found": row is not None}
