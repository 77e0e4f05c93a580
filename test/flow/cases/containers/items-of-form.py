# Case: the names of form fields are the client's too
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.post("/filter")
def filter_rows():
    conditions = []
    values = []
    for key, value in request.form.items():  # step 1
        conditions.append(key + " = ?")
        values.append(value)
    statement = "SELECT id FROM items WHERE " + " AND ".join(conditions)
    rows = sqlite3.connect("s.db").execute(statement, values).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
