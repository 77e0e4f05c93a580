# Case: too large a number is refused
from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/noise")
def noise():
    size = int(request.args["size"])
    if size < 0 or size > 65536:
        abort(413)
    block = bytearray(size)  # safe: allocation-from-request
    return {"length": len(block)}
