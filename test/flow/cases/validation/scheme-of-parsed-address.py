# Case: only the scheme of a parsed address is checked before it is put together again
from urllib.parse import urlparse

import requests
from flask import request


def fetch():
    parsed = urlparse(request.args["address"])  # step 1
    if parsed.scheme not in ("http", "https"):
        return None
    return requests.get(parsed.geturl())  # sink: server-side-request-forgery
