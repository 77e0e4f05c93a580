import logging

from django.http import HttpResponse
from flask import Flask, request

app = Flask(__name__)
LOG = logging.getLogger(__name__)


@app.post("/login")
def login():
    user = request.form["user"]
    # ruleid: log-injection
    LOG.info("failed login of %s", user)
    # ok: log-injection
    LOG.info("failed login of %s", repr(user))
    # ok: log-injection
    LOG.info("failed login, name of %d characters", len(user))
    return "", 401


def tell(text):
    # ruleid: log-injection
    logging.warning("refused: " + text)


@app.get("/page")
def page():
    tell(request.args["page"])
    return {}


class View:
    def get(self, request):
        # ruleid: log-injection
        LOG.debug(f"search for {request.GET.get('q')}")
        number = int(request.GET["page"])
        # ok: log-injection
        LOG.debug(f"page {number}")
        return HttpResponse("")


@app.post("/note")
def note():
    text = request.form["text"].replace("\r", "").replace("\n", "")
    # ok: log-injection
    app.logger.info("note: %s", text)
    return {}


def start(name):
    # ok: log-injection
    LOG.info("start of %s", name)


start("worker")
