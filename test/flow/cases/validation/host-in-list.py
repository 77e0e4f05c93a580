# Case: the host of the address is in a list
from urllib.parse import urlparse

import requests
from flask import Flask, abort, request

app = Flask(__name__)
HOSTS = {"feeds.example.org", "news.example.org"}


@app.post("/import")
def import_feed():
    address = request.form["url"]
    if urlparse(address).hostname not in HOSTS:
        abort(400)
    response = requests.get(address, timeout=5, allow_redirects=False)  # safe: server-side-request-forgery
    return {"status": response.status_code}
