# Case: an f-string holds the length of the client's text
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/events")
def events():
    place = request.args["place"]
    statement = f"SELECT id FROM events WHERE length(place) = {len(place)}"
    rows = sqlite3.connect("e.db").execute(statement).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
