# Case: a statement grows by augmented assignment
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/events")
def events():
    place = request.args["place"]  # step 1
    statement = "SELECT id FROM events"
    statement += " WHERE place = '"
    statement += place
    statement += "'"
    rows = sqlite3.connect("e.db").execute(statement).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
