# Case: a number can't change a statement
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/order")
def order():
    key = int(request.args["id"])
    connection = sqlite3.connect("app.db")
    row = connection.execute("SELECT total FROM orders WHERE id = %s" % key).fetchone()  # safe: sql-injection
    return {"found": row is not None}
