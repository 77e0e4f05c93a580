# Case: a client session of aiohttp fetches what a client names
import aiohttp
from aiohttp import web


async def proxy(request: web.Request) -> web.Response:
    target = request.query["target"]  # step 1
    async with aiohttp.ClientSession() as session:
        async with session.get(target) as answer:  # sink: server-side-request-forgery
            status = answer.status
    return web.json_response({"status": status})
