# Case: that there is something says nothing of what it is
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/order")
def order():
    key = request.get_json()["id"]  # step 1
    if key is None or not isinstance(key, str):
        abort(400)
    row = sqlite3.connect("s.db").execute(f"SELECT total FROM orders WHERE id = {key}").fetchone()  # sink: sql-injection
    return {"found": row is not None}
