# Case: the host of a parsed address is checked before the address is put together again
from urllib.parse import urlparse

import requests
from flask import request


def fetch():
    parsed = urlparse(request.args["address"])
    if parsed.hostname not in ("cdn.example.org", "static.example.org"):
        return None
    requests.get(parsed.geturl())  # safe: server-side-request-forgery
    return requests.get("https://" + parsed.netloc + parsed.path)  # safe: server-side-request-forgery
