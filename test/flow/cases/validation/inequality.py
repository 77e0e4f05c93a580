# Case: the text is only known not to be one constant
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/sorted")
def sorted_by():
    order = request.args.get("order", "asc")  # step 1
    if order == "random":
        return {"count": 0}
    statement = "SELECT id FROM items ORDER BY name " + order
    rows = sqlite3.connect("s.db").execute(statement).fetchall()  # sink: sql-injection
    return {"count": len(rows)}
