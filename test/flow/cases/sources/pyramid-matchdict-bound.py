# Case: a captured part of a Pyramid path is bound
import sqlite3

from pyramid.request import Request
from pyramid.view import view_config


@view_config(route_name="member", renderer="json")
def member(request: Request):
    key = request.matchdict["key"]
    connection = sqlite3.connect("members.db")
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM members WHERE key = :key", {"key": key})  # safe: sql-injection
    return {"count": len(cursor.fetchall())}
