# Case: the statement runs in another module, with the name bound
# file: app.py
from flask import Flask, request

import database

app = Flask(__name__)


@app.get("/users")
def users():
    name = request.args["name"]
    return {"count": database.count_users(name)}
# file: database.py
import sqlite3


def count_users(name):
    connection = sqlite3.connect("app.db")
    rows = connection.execute("SELECT id FROM users WHERE name = ?", (name,)).fetchall()  # safe: sql-injection
    return len(rows)
