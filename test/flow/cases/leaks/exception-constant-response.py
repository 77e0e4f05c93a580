# Case: the exception is logged, a constant is shown
import logging
import sqlite3

from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/count")
def count():
    try:
        row = sqlite3.connect("app.db").execute("SELECT count(*) FROM users").fetchone()
    except Exception:
        logging.exception("counting failed")
        return jsonify({"error": "counting failed"}), 500  # safe: exception-detail-in-response
    return jsonify({"count": row[0]})  # safe: exception-detail-in-response
