# Case: params of a Pyramid request reach a statement
import sqlite3

from pyramid.request import Request
from pyramid.view import view_config


@view_config(route_name="members", renderer="json")
def members(request: Request):
    city = request.params["city"]  # step 1
    connection = sqlite3.connect("members.db")
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM members WHERE city = '%s'" % city)  # sink: sql-injection
    return {"count": len(cursor.fetchall())}
