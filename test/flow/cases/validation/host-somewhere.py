# Case: the name of the host is somewhere in the address
import requests
from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/import")
def import_feed():
    address = request.form["url"]  # step 1
    if "example.org" not in address:
        abort(400)
    response = requests.get(address, timeout=5)  # sink: server-side-request-forgery
    return {"status": response.status_code}
