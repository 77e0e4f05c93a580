# Case: a decorator of the standard library changes nothing
import functools
import os

from flask import Flask, request

app = Flask(__name__)


@functools.lru_cache(maxsize=100)
def resolve(host):
    return os.popen("dig +short " + host).read()  # sink: command-injection


@app.get("/resolve")
def start():
    host = request.args["host"]  # step 1
    return {"length": len(resolve(host))}  # step 2
