# Case: a request header becomes part of a statement
import psycopg2
from flask import Flask, request

app = Flask(__name__)


@app.get("/track")
def track():
    agent = request.headers.get("User-Agent")  # step 1
    connection = psycopg2.connect("dbname=stats")
    cursor = connection.cursor()
    cursor.execute("INSERT INTO visits (agent) VALUES ('%s')" % agent)  # sink: sql-injection
    connection.commit()
    return "", 204
