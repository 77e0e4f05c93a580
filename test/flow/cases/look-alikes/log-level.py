# Case: the client's text decides whether a constant is logged
import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/login")
def login():
    user = request.form["user"]  # step 1
    if user == "admin":
        logger.warning("login as admin")  # safe: log-injection
    else:
        logger.error("login as " + user)  # sink: log-injection
    return "", 401
