import urllib.request
from urllib.parse import urlsplit
from urllib.request import urlopen

import aiohttp
import httpx
import requests
import requests as http
from aiohttp import web
from fastapi import FastAPI, Request
from flask import Flask, abort, request

app = Flask(__name__)
api = FastAPI()


@app.get("/preview")
def preview():
    # ruleid: server-side-request-forgery
    return {"text": requests.get(request.args["url"], timeout=5).text}


def fetch(address):
    # ruleid: server-side-request-forgery
    with urlopen(address) as answer:
        return answer.status


@app.get("/probe")
def probe():
    return {"status": fetch("http://" + request.args["host"] + "/status")}


class Hooks:
    def __init__(self, address):
        self.address = address
        self.session = http.Session()

    def call(self):
        # ruleid: server-side-request-forgery
        return self.session.post(self.address, timeout=5).status_code


@app.post("/hook")
def hook():
    return {"status": Hooks(request.get_json()["hook"]).call()}


@api.post("/callback")
async def callback(request: Request):
    body = await request.json()
    # ruleid: server-side-request-forgery
    return {"status": httpx.get(body["callback"]).status_code}


async def proxy(request: web.Request) -> web.Response:
    async with aiohttp.ClientSession() as session:
        # ruleid: server-side-request-forgery
        async with session.get(request.query["target"]) as answer:
            return web.json_response({"status": answer.status})


def image(request):
    # ruleid: server-side-request-forgery
    return urllib.request.urlopen(request.GET.get("image")).read()


@app.get("/search")
def search():
    # ok: server-side-request-forgery
    requests.get("https://search.example/", params={"q": request.args["q"]}, timeout=5)
    # ok: server-side-request-forgery
    return {"text": requests.get(f"https://search.example/{request.args['q']}", timeout=5).text}


ALLOWED = ["shop.example", "news.example"]


@app.get("/allowed")
def allowed():
    url = request.args["url"]
    if urlsplit(url).hostname not in ALLOWED:
        abort(400)
    # ok: server-side-request-forgery
    return {"text": requests.get(url, timeout=5).text}


FEEDS = {"news": "https://news.example/feed"}


@app.get("/feed")
def feed():
    # ok: server-side-request-forgery
    return {"text": requests.get(FEEDS[request.args["feed"]], timeout=5).text}


@app.post("/send")
def send():
    # ok: server-side-request-forgery
    requests.post("https://mail.example/", json={"text": request.form["text"]}, timeout=5)
    return {"ok": True}
