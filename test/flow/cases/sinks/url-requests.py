# Case: the server fetches what the client asks for
import requests
from flask import Flask, request

app = Flask(__name__)


@app.post("/import")
def import_feed():
    address = request.form["url"]  # step 1
    response = requests.get(address, timeout=5)  # sink: server-side-request-forgery
    return {"status": response.status_code}
