# Case: a form field of aiohttp is an argument of a program, without a shell
import asyncio

from aiohttp import web


async def trace(request: web.Request) -> web.Response:
    form = await request.post()
    process = await asyncio.create_subprocess_exec("traceroute", "--", form["host"])  # safe: command-injection
    await process.wait()
    return web.Response(text="done")


app = web.Application()
app.router.add_post("/trace", trace)
