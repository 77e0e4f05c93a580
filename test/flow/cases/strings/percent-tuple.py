# Case: one of two values of a % tuple is the client's
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/events")
def events():
    column = "place"
    place = request.args["place"]  # step 1
    statement = "SELECT id FROM events WHERE %s = '%s'" % (column, place)
    rows = sqlite3.connect("e.db").execute(statement).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
