# Case: a member of a JSON body that is a whole number
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/order")
def order():
    key = request.get_json()["id"]
    if not isinstance(key, int):
        abort(400)
    row = sqlite3.connect("s.db").execute(f"SELECT total FROM orders WHERE id = {key}").fetchone()  # safe: sql-injection
    return {"found": row is not None}
