# Case: a query parameter of aiohttp reaches a statement
import sqlite3

from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/hosts")
async def hosts(request: web.Request) -> web.Response:
    zone = request.query["zone"]  # step 1
    connection = sqlite3.connect("hosts.db")
    rows = connection.execute("SELECT id FROM hosts WHERE zone = '{}'".format(zone)).fetchall()  # sink: sql-injection
    return web.json_response({"count": len(rows)})
