# Case: only the first character is asked for being a digit
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/order")
def order():
    key = request.args.get("id", "0")  # step 1
    if not key[0].isdigit():
        abort(400)
    row = sqlite3.connect("s.db").execute("SELECT total FROM orders WHERE id = " + key).fetchone()  # sink: sql-injection
    return {"found": row is not None}
