# Case: the log gets constants and numbers
import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/login")
def login():
    user = request.form["user"]
    if len(user) > 100:
        logger.warning("a name of %d characters", len(user))  # safe: log-injection
        return "", 400
    logger.info("login page asked for")  # safe: log-injection
    return "", 204
