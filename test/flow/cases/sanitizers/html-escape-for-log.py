# Case: escaping for HTML leaves line breaks as they are
import html
import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger("app")


@app.post("/login")
def login():
    user = html.escape(request.form["user"])  # step 1
    logger.warning("no such user: %s", user)  # sink: log-injection
    return "", 401
