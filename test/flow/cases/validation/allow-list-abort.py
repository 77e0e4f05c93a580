# Case: a name that is not in the list ends the request
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)
COLUMNS = ("name", "price", "stock")


@app.get("/sorted")
def sorted_by():
    column = request.args["by"]
    if column not in COLUMNS:
        abort(400)
    rows = sqlite3.connect("s.db").execute("SELECT id FROM items ORDER BY " + column).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
