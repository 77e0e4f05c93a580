from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask
from flask_cors import CORS as cors
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware as Cors

api = FastAPI()
# ruleid: cors-any-origin-with-credentials
api.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_credentials=True,
    allow_methods=["*"],
)


def create():
    app = Flask(__name__)
    # ruleid: cors-any-origin-with-credentials
    cors(app, supports_credentials=True)

    def second():
        other = Flask("other")
        # ruleid: cors-any-origin-with-credentials
        cors(other, supports_credentials=True, origins="*")
        return other

    return app, second


class Service:
    def middleware(self):
        # ruleid: cors-any-origin-with-credentials
        return [Middleware(Cors, allow_credentials=True, allow_origins=["*"])]


def named(app):
    # ok: cors-any-origin-with-credentials
    app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example"], allow_credentials=True)


def public(app):
    # ok: cors-any-origin-with-credentials
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET"])


def without_cookies(app):
    # ok: cors-any-origin-with-credentials
    cors(app, origins="*")


def named_too(app):
    # ok: cors-any-origin-with-credentials
    cors(app, origins=["https://shop.example"], supports_credentials=True)
