# Case: what the application itself put into its state is no request data
import httpx
from fastapi import FastAPI, Request

app = FastAPI()
app.state.backend = "http://127.0.0.1:9000/health"


@app.get("/health")
async def health(request: Request):
    response = httpx.get(request.app.state.backend)  # safe: server-side-request-forgery
    return {"status": response.status_code}
