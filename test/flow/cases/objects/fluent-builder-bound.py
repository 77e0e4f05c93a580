# Case: a builder that keeps values apart from the text
import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Select:
    def __init__(self, table):
        self.text = "SELECT id FROM " + table
        self.values = []

    def equal(self, column, value):
        self.text += " WHERE " + column + " = ?"
        self.values.append(value)
        return self


@app.get("/users")
def users():
    query = Select("users").equal("name", request.args["name"])
    rows = sqlite3.connect("app.db").execute(query.text, query.values).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
