# Case: scheme, host and the slash behind it are constant
import requests
from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/import")
def import_feed():
    address = request.form["url"]
    if not address.startswith("https://feeds.example.org/"):
        abort(400)
    response = requests.get(address, timeout=5, allow_redirects=False)  # safe: server-side-request-forgery
    return {"status": response.status_code}
