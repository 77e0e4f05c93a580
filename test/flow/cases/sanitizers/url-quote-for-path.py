# Case: quote() leaves slashes and dots as they are
from urllib.parse import quote

from flask import Flask, request

app = Flask(__name__)


@app.get("/size")
def size():
    name = quote(request.args["name"])  # step 1
    with open("/srv/files/" + name, "rb") as stream:  # sink: path-traversal
        return {"size": len(stream.read())}
