# Case: the class of a field says what its method does
import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Store:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def find(self, name):
        cursor = self.connection.cursor()
        cursor.execute("SELECT id FROM users WHERE name = '%s'" % name)  # sink: sql-injection
        return cursor.fetchall()


store = Store("app.db")


@app.get("/users")
def users():
    name = request.args["name"]  # step 1
    return {"count": len(store.find(name))}  # step 2
