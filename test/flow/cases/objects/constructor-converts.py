# Case: the constructor makes a number of what it is given
import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Query:
    def __init__(self, table, limit):
        self.table = table
        self.limit = int(limit)

    def run(self):
        connection = sqlite3.connect("app.db")
        return connection.execute(f"SELECT id FROM {self.table} LIMIT {self.limit}").fetchall()  # safe: sql-injection


@app.get("/search")
def search():
    query = Query("users", request.args["limit"])
    return {"count": len(query.run())}
