# Case: line breaks are taken out before the log
import logging

from flask import Flask, request

app = Flask(__name__)
LOG = logging.getLogger(__name__)


@app.post("/login")
def login():
    user = request.form["user"].replace("\r", "").replace("\n", "")
    LOG.info("failed login of %s", user)  # safe: log-injection
    return "", 401
