# Case: a statement is written to a StringIO
import io
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/events")
def events():
    buffer = io.StringIO()
    buffer.write("SELECT id FROM events WHERE place = '")
    buffer.write(request.args["place"])  # step 1
    buffer.write("'")
    rows = sqlite3.connect("e.db").execute(buffer.getvalue()).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
