# Case: as many question marks as there are values
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/events")
def events():
    names = request.args.getlist("name")
    marks = ", ".join("?" for _ in names)
    statement = "SELECT id FROM events WHERE name IN (" + marks + ")"
    rows = sqlite3.connect("e.db").execute(statement, names).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
