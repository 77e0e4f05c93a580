# Case: match on a character of a constant takes the clean case
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/jobs")
def jobs():
    param = request.args["name"]
    guess = "ABC"[1]
    match guess:
        case "A":
            name = param
        case "B":
            name = "nightly"
        case "C" | "D":
            name = param
        case _:
            name = "none"
    rows = sqlite3.connect("j.db").execute("SELECT id FROM jobs WHERE name = '" + name + "'").fetchall()  # safe: sql-injection
    return {"count": len(rows)}
