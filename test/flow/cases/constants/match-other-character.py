# Case: match on a character of a constant takes the client's case
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/jobs")
def jobs():
    param = request.args["name"]  # step 1
    guess = "ABC"[2]
    match guess:
        case "A":
            name = "weekly"
        case "B":
            name = "nightly"
        case "C" | "D":
            name = param
        case _:
            name = "none"
    rows = sqlite3.connect("j.db").execute("SELECT id FROM jobs WHERE name = '" + name + "'").fetchall()  # sink: sql-injection
    return {"count": len(rows)}
