# Case: what the router knows already is not the client's text
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/things", methods=["GET", "POST"])
def things():
    connection = sqlite3.connect("app.db")
    statement = "INSERT INTO audit (endpoint) VALUES ('" + request.endpoint + "')"
    connection.execute(statement)  # safe: sql-injection
    if request.method == "POST":
        connection.execute("INSERT INTO audit (endpoint) VALUES ('write')")  # safe: sql-injection
    return {"ok": True}
