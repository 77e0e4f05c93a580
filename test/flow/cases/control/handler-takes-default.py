# Case: the handler goes on with a number of its own
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/order")
def order():
    text = request.args["id"]
    try:
        key = int(text)
    except ValueError:
        key = 1
    row = sqlite3.connect("s.db").execute(f"SELECT id FROM orders WHERE id = {key}").fetchone()  # safe: sql-injection
    return {"found": row is not None}
