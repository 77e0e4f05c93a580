from fastapi import FastAPI
from flask import Flask, request

app = Flask(__name__)
api = FastAPI()


class Shop:
    def open(self):
        return "open"

    def close(self):
        return "closed"


@app.post("/do")
def do():
    # ruleid: attribute-name-injection
    method = getattr(Shop(), request.form["action"])
    return {"state": method()}


def change(thing, name, value):
    # ruleid: attribute-name-injection
    setattr(thing, name, value)


@app.post("/change")
def change_shop():
    for name, value in request.get_json().items():
        change(Shop(), name, value)
    return {"ok": True}


@api.get("/field/{name}")
def field(name: str):
    # ruleid: attribute-name-injection
    return {"value": getattr(Shop(), name, None)}


ACTIONS = {"open": Shop.open, "close": Shop.close}


@app.post("/table")
def table():
    # ok: attribute-name-injection
    return {"state": ACTIONS[request.form["action"]](Shop())}


@app.post("/checked")
def checked():
    action = request.form["action"]
    if action not in ("open", "close"):
        return {"error": "action"}, 400
    # ok: attribute-name-injection
    return {"state": getattr(Shop(), action)()}


def own(thing):
    # ok: attribute-name-injection
    return getattr(thing, "name", None)


@app.post("/value")
def value():
    shop = Shop()
    # ok: attribute-name-injection
    setattr(shop, "name", request.form["name"])
    return {"ok": True}
