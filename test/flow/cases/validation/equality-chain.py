# Case: the text equals one of two constants
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/sorted")
def sorted_by():
    order = request.args.get("order", "asc")
    if order == "asc" or order == "desc":
        statement = "SELECT id FROM items ORDER BY name " + order
        rows = sqlite3.connect("s.db").execute(statement).fetchall()  # safe: sql-injection
        return {"count": len(rows)}
    return {"count": 0}
