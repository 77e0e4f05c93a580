# Case: %d lets a number through only
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/events")
def events():
    limit = int(request.args["limit"])
    statement = "SELECT id FROM events LIMIT %d" % limit
    rows = sqlite3.connect("e.db").execute(statement).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
