# Case: the handler goes on with the text that was no number
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/order")
def order():
    text = request.args["id"]  # step 1
    try:
        key = int(text)
    except ValueError:
        key = text
    row = sqlite3.connect("s.db").execute(f"SELECT id FROM orders WHERE id = {key}").fetchone()  # sink: sql-injection
    return {"found": row is not None}
