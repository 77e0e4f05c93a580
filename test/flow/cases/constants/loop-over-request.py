# Case: a loop over names of columns, one of which is the client's
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/search")
def search():
    columns = ["title", "author", request.args["column"]]  # step 1
    connection = sqlite3.connect("a.db")
    count = 0
    for column in columns:
        cursor = connection.execute(f"SELECT id FROM books WHERE {column} = 'x'")  # sink: sql-injection
        count += len(cursor.fetchall())
    return {"count": count}
