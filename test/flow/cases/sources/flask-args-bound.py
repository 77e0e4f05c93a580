# Case: a query parameter of Flask is bound, not concatenated
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/users")
def users():
    name = request.args["name"]
    connection = sqlite3.connect("app.db")
    rows = connection.execute("SELECT id FROM users WHERE name = ?", (name,)).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
