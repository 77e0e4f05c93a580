# Case: the configuration of the application is not request data
import sqlite3

from flask import Flask, current_app, request

app = Flask(__name__)
app.config["TABLE"] = "orders"


@app.get("/orders")
def orders():
    statement = "SELECT id FROM " + current_app.config["TABLE"] + " WHERE customer = ?"
    rows = sqlite3.connect("s.db").execute(statement, (request.args["customer"],)).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
