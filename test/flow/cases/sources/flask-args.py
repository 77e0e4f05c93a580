# Case: a query parameter of Flask is concatenated into a statement
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/users")
def users():
    name = request.args["name"]  # step 1
    connection = sqlite3.connect("app.db")
    rows = connection.execute("SELECT id FROM users WHERE name = '" + name + "'").fetchall()  # sink: sql-injection
    return {"count": len(rows)}
