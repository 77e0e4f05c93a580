# Case: the client's word is a key, the value is ours
import sqlite3

from flask import Flask, request

app = Flask(__name__)
COLUMNS = {"cheap": "price ASC", "new": "created DESC"}


@app.get("/sorted")
def sorted_by():
    order = COLUMNS.get(request.args["by"], "id ASC")
    rows = sqlite3.connect("s.db").execute("SELECT id FROM items ORDER BY " + order).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
