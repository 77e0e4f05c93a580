from django.http import JsonResponse
from flask import Flask, jsonify

app = Flask(__name__)


class Account:
    def __init__(self, name, password):
        self.name = name
        self.password = password

    def as_dictionary(self):
        return {"name": self.name, "password": self.password}


def load(name):
    return Account(name, "")


@app.get("/account")
def account():
    found = load("me")
    # ruleid: secret-flows-to-response
    return jsonify({"name": found.name, "secret": found.password})


@app.get("/name")
def name():
    # ok: secret-flows-to-response
    return jsonify({"name": load("me").name})


def settings_of(user):
    return {"key": user.api_key}


def settings(request):
    # ruleid: secret-flows-to-response
    return JsonResponse(settings_of(request.user))


def has_password(request):
    # ok: secret-flows-to-response
    return JsonResponse({"set": request.user.password is not None})
