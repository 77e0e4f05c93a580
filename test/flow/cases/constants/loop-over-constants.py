# Case: a loop over constant names of columns
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/search")
def search():
    term = request.args["term"]
    connection = sqlite3.connect("a.db")
    count = 0
    for column in ("title", "author", "year"):
        cursor = connection.execute(f"SELECT id FROM books WHERE {column} = ?", (term,))  # safe: sql-injection
        count += len(cursor.fetchall())
    return {"count": count}
