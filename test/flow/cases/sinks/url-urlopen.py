# Case: urlopen of a host that the client names
from urllib.request import urlopen

from flask import Flask, request

app = Flask(__name__)


@app.get("/probe")
def probe():
    host = request.args["host"]  # step 1
    with urlopen("http://" + host + "/status") as answer:  # sink: server-side-request-forgery
        return {"status": answer.status}
