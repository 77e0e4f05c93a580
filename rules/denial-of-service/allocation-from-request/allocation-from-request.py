import os
import secrets

import numpy
from fastapi import FastAPI
from flask import Flask, request

app = Flask(__name__)
api = FastAPI()
MAXIMUM = 1000


@app.get("/rows")
def rows():
    # ruleid: allocation-from-request
    return {"rows": [0 for _ in range(int(request.args["rows"]))]}


def zeros(size):
    # ruleid: allocation-from-request
    return bytearray(size)


@app.post("/memory")
def memory():
    return {"length": len(zeros(request.get_json()["size"]))}


@app.get("/token")
def token():
    size = request.args.get("size", 16, type=int)
    # ruleid: allocation-from-request
    return {"token": os.urandom(size).hex()}


@api.get("/table")
def table(width: int):
    # ok: allocation-from-request
    return {"cells": numpy.zeros(min(width, MAXIMUM)).tolist()}


@app.get("/bounded")
def bounded():
    # ok: allocation-from-request
    return {"token": secrets.token_hex(min(int(request.args["size"]), 64))}


@app.get("/refused")
def refused():
    size = int(request.args["size"])
    if size > MAXIMUM:
        return {"error": "size"}, 400
    # todook: allocation-from-request
    return {"rows": [0 for _ in range(size)]}


@app.get("/length")
def length():
    # ok: allocation-from-request
    return {"rows": list(range(len(request.args["text"])))}


def fixed():
    # ok: allocation-from-request
    return bytearray(1024)
