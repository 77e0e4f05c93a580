import sqlite3

import psycopg2
from django.db import connection
from django.http import JsonResponse
from fastapi import FastAPI
from flask import Flask, request
from sqlalchemy import create_engine, text

app = Flask(__name__)
api = FastAPI()
engine = create_engine("postgresql:///shop")


@app.route("/users")
def users():
    name = request.args["name"]
    database = sqlite3.connect("app.db")
    # ruleid: sql-injection
    rows = database.execute("SELECT id FROM users WHERE name = '" + name + "'").fetchall()
    # ok: sql-injection
    database.execute("SELECT id FROM users WHERE name = ?", (name,))
    return {"count": len(rows)}


def statement_for(city):
    return f"SELECT id FROM shops WHERE city = '{city}'"


def run(statement):
    with psycopg2.connect("dbname=shop") as database:
        cursor = database.cursor()
        # ruleid: sql-injection
        cursor.execute(statement)
        return cursor.fetchall()


@app.post("/shops")
def shops():
    return {"count": len(run(statement_for(request.form.get("city", ""))))}


def search(request):
    term = request.GET.get("q", "")
    with connection.cursor() as cursor:
        # ruleid: sql-injection
        cursor.execute("SELECT id FROM articles WHERE title LIKE '%%%s%%'" % term)
        # ok: sql-injection
        cursor.execute("SELECT id FROM articles WHERE title LIKE %s", ["%" + term + "%"])
        return JsonResponse({"count": len(cursor.fetchall())})


@api.get("/items")
def items(color: str, limit: int = 10):
    with engine.connect() as database:
        # ruleid: sql-injection
        rows = database.execute(text("SELECT id FROM items WHERE color = '" + color + "'"))
        # ok: sql-injection
        database.execute(text("SELECT id FROM items WHERE color = :color"), {"color": color})
        # ok: sql-injection
        database.execute(text(f"SELECT id FROM items LIMIT {limit}"))
        return {"count": len(rows.all())}


class Reports:
    def __init__(self, database):
        self.cursor = database.cursor()
        self.order = "id"

    def sort_by(self, column):
        self.order = column

    def rows(self):
        # ruleid: sql-injection
        self.cursor.execute("SELECT id FROM reports ORDER BY " + self.order)
        return self.cursor.fetchall()


@app.get("/reports")
def reports():
    page = Reports(sqlite3.connect("app.db"))
    page.sort_by(request.args["order"])
    return {"count": len(page.rows())}


def lambda_handler(event, context):
    key = event["pathParameters"]["key"]
    # ruleid: sql-injection
    sqlite3.connect("/tmp/app.db").execute("DELETE FROM notes WHERE key = '%s'" % key)
    return {"statusCode": 204}


COLUMNS = {"name": "last_name", "age": "born"}


@app.get("/people")
def people():
    database = sqlite3.connect("app.db")
    number = int(request.args["page"])
    # ok: sql-injection
    database.execute("SELECT id FROM people LIMIT 10 OFFSET %d" % (number * 10))
    column = request.args["order"]
    if column not in ("name", "age"):
        return {"error": "order"}, 400
    # ok: sql-injection
    database.execute("SELECT id FROM people ORDER BY " + column)
    # ok: sql-injection
    database.execute("SELECT id FROM people ORDER BY " + COLUMNS[request.args["by"]])
    return {}


def nightly(table):
    # ok: sql-injection
    sqlite3.connect("app.db").execute("DELETE FROM " + table)


nightly("sessions")
