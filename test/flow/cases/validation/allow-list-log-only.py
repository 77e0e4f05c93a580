# Case: a name that is not in the list is only counted
import sqlite3

from flask import Flask, request

app = Flask(__name__)
COLUMNS = ("name", "price", "stock")


@app.get("/sorted")
def sorted_by():
    column = request.args["by"]  # step 1
    if column not in COLUMNS:
        app.logger.warning("an unknown column")
    rows = sqlite3.connect("s.db").execute("SELECT id FROM items ORDER BY " + column).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
