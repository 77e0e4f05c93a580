# Case: the function is given the name, and runs a constant
import sqlite3

from flask import Flask, request

app = Flask(__name__)


def find(name):
    connection = sqlite3.connect("app.db")
    rows = connection.execute("SELECT name FROM users").fetchall()  # safe: sql-injection
    return [row for row in rows if row[0] == name]


@app.get("/users")
def users():
    name = request.args["name"]
    return {"count": len(find(name))}
