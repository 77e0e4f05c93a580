# Case: many rows are bound
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.post("/tags")
def tags():
    names = request.form.getlist("name")
    connection = sqlite3.connect("app.db")
    cursor = connection.cursor()
    cursor.executemany("INSERT INTO tags (name) VALUES (?)", [(name,) for name in names])  # safe: sql-injection
    connection.commit()
    return {"count": len(names)}
