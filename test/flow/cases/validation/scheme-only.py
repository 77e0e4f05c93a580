# Case: only the scheme of the address is asked
from urllib.parse import urlparse

import requests
from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/import")
def import_feed():
    address = request.form["url"]  # step 1
    if urlparse(address).scheme not in ("http", "https"):
        abort(400)
    response = requests.get(address, timeout=5)  # sink: server-side-request-forgery
    return {"status": response.status_code}
