# Case: several statements at once
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.post("/rename")
def rename():
    old = request.form["old"]  # step 1
    connection = sqlite3.connect("app.db")
    cursor = connection.cursor()
    cursor.executescript(f"UPDATE tags SET name = 'new' WHERE name = '{old}'; VACUUM;")  # sink: sql-injection
    return {"ok": True}
