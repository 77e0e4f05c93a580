# Case: a function builds the statement and gives it back
import sqlite3

from flask import Flask, request

app = Flask(__name__)


def build(table, name):
    return "SELECT id FROM " + table + " WHERE name = '" + name + "'"


@app.get("/users")
def users():
    name = request.args["name"]  # step 1
    statement = build("users", name)  # step 2
    rows = sqlite3.connect("app.db").execute(statement).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
