# Case: the client's text is in another StringIO
import io
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/events")
def events():
    notes = io.StringIO()
    notes.write(request.args["note"])
    buffer = io.StringIO()
    buffer.write("SELECT id FROM events WHERE place = ")
    buffer.write("'here'")
    rows = sqlite3.connect("e.db").execute(buffer.getvalue()).fetchall()  # safe: sql-injection
    return {"count": len(rows), "length": len(notes.getvalue())}
