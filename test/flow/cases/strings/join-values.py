# Case: the values themselves are joined
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/events")
def events():
    names = request.args.getlist("name")  # step 1
    listed = ", ".join("'" + name + "'" for name in names)
    statement = "SELECT id FROM events WHERE name IN (" + listed + ")"
    rows = sqlite3.connect("e.db").execute(statement).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
