# Case: f-strings in f-strings, with a width
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/events")
def events():
    place = request.args["place"]  # step 1
    condition = f"place = '{place:>10}'"
    statement = f"SELECT id FROM events WHERE {condition if condition else '1 = 1'}"
    rows = sqlite3.connect("e.db").execute(statement).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
