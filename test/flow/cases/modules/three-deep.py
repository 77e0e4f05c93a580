# Case: view, service and storage are three files
# file: web/views.py
from flask import Flask, request

from service.members import Members

app = Flask(__name__)
members = Members()


@app.get("/members")
def show():
    city = request.args["city"]  # step 1
    return {"count": members.count_in(city)}  # step 2
# file: service/members.py
from storage.database import Database


class Members:
    def __init__(self):
        self.database = Database("members.db")

    def count_in(self, city):
        condition = "city = '" + city + "'"
        return len(self.database.select("members", condition))  # step 3
# file: storage/database.py
import sqlite3


class Database:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def select(self, table, condition):
        statement = "SELECT * FROM " + table + " WHERE " + condition
        return self.connection.execute(statement).fetchall()  # sink: sql-injection
