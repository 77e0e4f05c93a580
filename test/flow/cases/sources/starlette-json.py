# Case: the awaited JSON body of a Starlette request is a URL to fetch
import httpx
from fastapi import FastAPI, Request

app = FastAPI()


@app.post("/hook")
async def hook(request: Request):
    body = await request.json()  # step 1
    response = httpx.get(body["callback"])  # sink: server-side-request-forgery
    return {"status": response.status_code}
