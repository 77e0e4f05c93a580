# Case: coroutines of the project are awaited
import asyncio

from aiohttp import web


async def read_name(request: web.Request):
    form = await request.post()  # step 1
    return form["name"]


async def run(command):
    process = await asyncio.create_subprocess_shell(command)  # sink: command-injection
    return await process.wait()


async def start(request: web.Request) -> web.Response:
    name = await read_name(request)  # step 2
    status = await run("start-job " + name)  # step 3
    return web.json_response({"status": status})
