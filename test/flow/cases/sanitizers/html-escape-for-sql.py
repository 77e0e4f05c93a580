# Case: escaping for HTML leaves "1 OR 1=1" as it is
import html
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/order")
def order():
    key = html.escape(request.args["id"])  # step 1
    connection = sqlite3.connect("app.db")
    row = connection.execute("SELECT total FROM orders WHERE id = " + key).fetchone()  # sink: sql-injection
    return {"found": row is not None}
