import os

from flask import Flask, make_response

app = Flask(__name__)
# ruleid: cookie-protection-off
app.config["SESSION_COOKIE_SECURE"] = True

# ruleid: cookie-protection-off
CSRF_COOKIE_SECURE = True


class Staging:
    # ruleid: cookie-protection-off
    SESSION_COOKIE_HTTPONLY: bool = True

    def configure(self, application):
        def flags():
            # ruleid: cookie-protection-off
            application.config.update(DEBUG=False, SESSION_COOKIE_HTTPONLY=True)

        return flags


def answer(session):
    response = make_response("shop")
    # ruleid: cookie-protection-off
    response.set_cookie("session", session.key, secure=True, httponly=True)
    return response


class Production:
    # ok: cookie-protection-off
    SESSION_COOKIE_SECURE = True
    # ok: cookie-protection-off
    CSRF_COOKIE_HTTPONLY = False


class FromEnvironment:
    # ok: cookie-protection-off
    SESSION_COOKIE_SECURE = os.environ.get("SHOP_HTTP") != "1"


def protected(response, key):
    # ok: cookie-protection-off
    response.set_cookie("session", key, secure=True, httponly=True)


def local():
    # ok: cookie-protection-off
    secure = False
    return secure
