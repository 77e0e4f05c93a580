# Case: the statement runs in a function that is given the name
import sqlite3

from flask import Flask, request

app = Flask(__name__)


def find(name):
    connection = sqlite3.connect("app.db")
    return connection.execute("SELECT id FROM users WHERE name = '" + name + "'").fetchall()  # sink: sql-injection


@app.get("/users")
def users():
    name = request.args["name"]  # step 1
    rows = find(name)  # step 2
    return {"count": len(rows)}
