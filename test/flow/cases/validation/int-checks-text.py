# Case: the text itself is used after int() took it
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/order")
def order():
    key = request.args["id"]
    try:
        int(key)
    except ValueError:
        return {"found": False}, 400
    row = sqlite3.connect("s.db").execute("SELECT total FROM orders WHERE id = " + key).fetchone()  # safe: sql-injection
    return {"found": row is not None}
