# Case: the text of any exception is shown to a client
import sqlite3

from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/count")
def count():
    try:
        row = sqlite3.connect("app.db").execute("SELECT count(*) FROM users").fetchone()
    except Exception as error:  # step 1
        return jsonify({"error": str(error)}), 500  # sink: exception-detail-in-response
    return jsonify({"count": row[0]})
