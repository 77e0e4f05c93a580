import base64
import json
import marshal
import pickle
from http.server import BaseHTTPRequestHandler

import jsonpickle
import yaml
from django.http import HttpResponse
from flask import Flask, request

app = Flask(__name__)


@app.get("/cart")
def cart():
    raw = request.cookies.get("cart", "")
    # ruleid: deserialisation-of-request-data
    items = pickle.loads(base64.b64decode(raw))
    return {"items": len(items)}


def load(data):
    # ruleid: deserialisation-of-request-data
    return marshal.loads(data)


@app.post("/state")
def state():
    return {"count": len(load(request.get_data()))}


@app.put("/settings")
def settings():
    # ruleid: deserialisation-of-request-data
    values = yaml.unsafe_load(request.data)
    # ok: deserialisation-of-request-data
    values.update(yaml.safe_load(request.data))
    # ok: deserialisation-of-request-data
    values.update(json.loads(request.data))
    return {"count": len(values)}


def receive(request):
    # ruleid: deserialisation-of-request-data
    state = jsonpickle.decode(request.body)
    return HttpResponse("stored %d" % len(state))


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        # ruleid: deserialisation-of-request-data
        task = pickle.loads(self.rfile.read(4096))
        self.server.queue.append(task)


def lambda_handler(event, context):
    # ruleid: deserialisation-of-request-data
    return pickle.loads(base64.b64decode(event["body"]))


def cached(path):
    with open(path, "rb") as stream:
        # ok: deserialisation-of-request-data
        return pickle.load(stream)


@app.get("/ok")
def fine():
    # ok: deserialisation-of-request-data
    return {"count": len(yaml.load(request.data, Loader=yaml.SafeLoader))}
