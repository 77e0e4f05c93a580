# Case: the client's word is a key, and the value where there is none
import sqlite3

from flask import Flask, request

app = Flask(__name__)
COLUMNS = {"cheap": "price ASC", "new": "created DESC"}


@app.get("/sorted")
def sorted_by():
    word = request.args["by"]  # step 1
    order = COLUMNS.get(word, word)
    rows = sqlite3.connect("s.db").execute("SELECT id FROM items ORDER BY " + order).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
