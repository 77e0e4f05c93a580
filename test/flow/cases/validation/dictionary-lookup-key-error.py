# Case: a key that is not there raises
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)
COLUMNS = {"cheap": "price ASC", "new": "created DESC"}


@app.get("/sorted")
def sorted_by():
    try:
        order = COLUMNS[request.args["by"]]
    except KeyError:
        abort(400)
    rows = sqlite3.connect("s.db").execute("SELECT id FROM items ORDER BY " + order).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
