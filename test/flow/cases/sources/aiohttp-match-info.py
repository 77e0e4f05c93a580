# Case: a part of the path of aiohttp reaches a shell
import asyncio

from aiohttp import web


async def trace(request: web.Request) -> web.Response:
    host = request.match_info["host"]  # step 1
    process = await asyncio.create_subprocess_shell("traceroute " + host)  # sink: command-injection
    await process.wait()
    return web.Response(text="done")


app = web.Application()
app.router.add_get("/trace/{host}", trace)
