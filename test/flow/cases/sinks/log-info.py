# Case: a line break in a form field makes a line of its own in the log
import logging

from flask import Flask, request

app = Flask(__name__)
LOG = logging.getLogger(__name__)


@app.post("/login")
def login():
    user = request.form["user"]  # step 1
    LOG.info("failed login of %s", user)  # sink: log-injection
    return "", 401
