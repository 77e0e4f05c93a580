# Case: a number of the client in the log
import logging

from flask import Flask, request

app = Flask(__name__)
LOG = logging.getLogger(__name__)


@app.post("/pay")
def pay():
    amount = int(request.form["amount"])
    LOG.info("a payment of %s", amount)  # safe: log-injection
    LOG.info(f"{len(request.form['note'])} characters of note")  # safe: log-injection
    return "", 204
