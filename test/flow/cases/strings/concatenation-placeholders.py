# Case: a statement grows by placeholders, the values are bound
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/events")
def events():
    statement = "SELECT id FROM events WHERE 1 = 1"
    values = []
    for field in ("place", "kind"):
        if field in request.args:
            statement += " AND " + field + " = ?"
            values.append(request.args[field])
    rows = sqlite3.connect("e.db").execute(statement, values).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
