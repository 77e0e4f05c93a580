# Case: the dictionary holds what the client sent
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/rows")
def rows():
    tables = {"o": "orders", "x": request.args["table"]}  # step 1
    statement = "SELECT count(*) FROM " + tables["x"]
    row = sqlite3.connect("s.db").execute(statement).fetchone()  # sink: sql-injection
    return {"found": row is not None}
