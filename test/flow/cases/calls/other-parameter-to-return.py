# Case: a function gives back its clean parameter only
import sqlite3

from flask import Flask, request

app = Flask(__name__)


def build(table, name):
    if name == "":
        return "SELECT count(*) FROM " + table
    return "SELECT id FROM " + table + " WHERE name = ?"


@app.get("/users")
def users():
    name = request.args["name"]
    statement = build("users", name)
    rows = sqlite3.connect("app.db").execute(statement, (name,)).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
