# Case: the client says how many bytes are taken
from flask import Flask, request

app = Flask(__name__)


@app.get("/noise")
def noise():
    size = int(request.args["size"])  # step 1
    block = bytearray(size)  # sink: allocation-from-request
    return {"length": len(block)}
