# Case: the client says how many bytes are taken, up to a bound
from flask import Flask, request

app = Flask(__name__)
LARGEST = 65536


@app.get("/noise")
def noise():
    size = min(int(request.args["size"]), LARGEST)
    block = bytearray(size)  # safe: allocation-from-request
    return {"length": len(block)}
