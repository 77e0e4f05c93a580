# Case: a query of asyncpg with a parameter
import asyncpg
from aiohttp import web


async def users(request: web.Request) -> web.Response:
    name = request.query["name"]
    connection = await asyncpg.connect("postgresql:///app")
    rows = await connection.fetch("SELECT id FROM users WHERE name = $1", name)  # safe: sql-injection
    return web.json_response({"count": len(rows)})
