import urllib.request

import flask
import requests
import requests as http
from flask import request
from urllib.request import urlopen


def preview():
    # ruleid: request-to-address-from-request
    return requests.get(request.args["url"], timeout=5).text


class Hook:
    def test(self):
        # ruleid: request-to-address-from-request
        return http.request("POST", flask.request.json["hook"], timeout=5).status_code

    def image(self, request):
        def load():
            # ruleid: request-to-address-from-request
            return urlopen(request.GET.get("image")).read()

        return load()


def host():
    # ruleid: request-to-address-from-request
    return requests.get(f"https://{request.args['host']}/status", timeout=5).text


def parameter():
    # ok: request-to-address-from-request
    return requests.get("https://search.example/", params={"q": request.args["q"]}, timeout=5).text


def path():
    # ok: request-to-address-from-request
    return requests.get(f"https://search.example/{request.args['q']}", timeout=5).text


def looked_up(hosts):
    # ok: request-to-address-from-request
    return requests.get(hosts[request.args["host"]], timeout=5).text


def fixed():
    # ok: request-to-address-from-request
    return urllib.request.urlopen("https://search.example/").read()
