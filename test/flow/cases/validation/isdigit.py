# Case: digits only
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/order")
def order():
    key = request.args.get("id", "")
    if not key.isdigit():
        abort(400)
    row = sqlite3.connect("s.db").execute("SELECT total FROM orders WHERE id = " + key).fetchone()  # safe: sql-injection
    return {"found": row is not None}
