# Case: a query parameter of Starlette is one argument of a program
import subprocess

from starlette.requests import Request
from starlette.responses import JSONResponse


async def measure(request: Request):
    name = request.query_params["name"]
    status = subprocess.call(["measure", "--", name])  # safe: command-injection
    return JSONResponse({"status": status})
