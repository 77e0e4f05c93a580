# Case: view, service and storage are three files, the value stays apart
# file: web/views.py
from flask import Flask, request

from service.members import Members

app = Flask(__name__)
members = Members()


@app.get("/members")
def show():
    return {"count": members.count_in(request.args["city"])}
# file: service/members.py
from storage.database import Database


class Members:
    def __init__(self):
        self.database = Database("members.db")

    def count_in(self, city):
        return len(self.database.select("members", "city", city))
# file: storage/database.py
import sqlite3


class Database:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def select(self, table, column, value):
        statement = "SELECT * FROM " + table + " WHERE " + column + " = ?"
        return self.connection.execute(statement, (value,)).fetchall()  # safe: sql-injection
