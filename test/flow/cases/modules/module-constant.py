# Case: constants of a module are used in another
# file: settings.py
TABLE = "users"
COLUMN = "name"
# file: app.py
import sqlite3

from flask import Flask, request

import settings
from settings import COLUMN

app = Flask(__name__)


@app.get("/users")
def users():
    statement = "SELECT id FROM " + settings.TABLE + " WHERE " + COLUMN + " = ?"
    rows = sqlite3.connect("app.db").execute(statement, [request.args["name"]]).fetchall()  # safe: sql-injection
    return {"count": len(rows)}
