# Case: the query string in a WSGI environ
import sqlite3
from urllib.parse import parse_qs


def application(environ, start_response):  # step 1
    query = parse_qs(environ["QUERY_STRING"])  # step 1
    user = query["user"][0]
    connection = sqlite3.connect("app.db")
    connection.execute("DELETE FROM visits WHERE user = '" + user + "'")  # sink: sql-injection
    start_response("204 No Content", [])
    return [b""]
