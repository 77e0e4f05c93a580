# Case: coroutines of the project, the one that runs gets a constant
import asyncio

from aiohttp import web


async def read_name(request: web.Request):
    form = await request.post()
    return form["name"]


async def run(command):
    process = await asyncio.create_subprocess_shell(command)  # safe: command-injection
    return await process.wait()


async def start(request: web.Request) -> web.Response:
    name = await read_name(request)
    status = await run("start-job nightly" if name else "start-job weekly")
    return web.json_response({"status": status})
