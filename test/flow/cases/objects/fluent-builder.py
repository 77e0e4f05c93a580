# Case: methods that give back their object
import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Select:
    def __init__(self, table):
        self.text = "SELECT id FROM " + table

    def where(self, condition):
        self.text += " WHERE " + condition
        return self

    def limit(self, count):
        self.text += " LIMIT %d" % count
        return self


@app.get("/users")
def users():
    condition = request.args["where"]  # step 1
    query = Select("users").where(condition).limit(10)  # step 2
    rows = sqlite3.connect("app.db").execute(query.text).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
