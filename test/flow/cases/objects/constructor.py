# Case: the constructor stores what it is given
import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Query:
    def __init__(self, table, condition):
        self.table = table
        self.condition = condition  # step 3

    def run(self):
        connection = sqlite3.connect("app.db")
        return connection.execute(f"SELECT id FROM {self.table} WHERE {self.condition}").fetchall()  # sink: sql-injection


@app.get("/search")
def search():
    condition = request.args["where"]  # step 1
    query = Query("users", condition)  # step 2
    return {"count": len(query.run())}
