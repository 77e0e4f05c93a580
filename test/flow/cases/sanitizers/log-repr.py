# Case: repr writes line breaks as two characters
import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger("app")


@app.post("/login")
def login():
    user = repr(request.form["user"])
    logger.warning("no such user: %s", user)  # safe: log-injection
    return "", 401
