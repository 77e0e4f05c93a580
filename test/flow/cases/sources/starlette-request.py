# Case: query_params of a Starlette request name the file
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


async def show(request: Request):
    name = request.query_params["name"]  # step 1
    with open("/srv/notes/" + name) as stream:  # sink: path-traversal
        text = stream.read()
    return JSONResponse({"length": len(text)})


app = Starlette(routes=[Route("/show", show)])
