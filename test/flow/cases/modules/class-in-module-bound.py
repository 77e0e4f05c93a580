# Case: a class of another module keeps statement and values apart
# file: store.py
import sqlite3


class Store:
    statement = "SELECT id FROM users WHERE name = ?"

    def __init__(self):
        self.connection = sqlite3.connect("app.db")

    def find(self, *values):
        return self.connection.execute(self.statement, values).fetchall()  # safe: sql-injection
# file: app.py
from flask import Flask, request

from store import Store

app = Flask(__name__)
store = Store()


@app.get("/users")
def users():
    return {"count": len(store.find(request.args["name"]))}
