# Case: a password of the keyring logs in, and a constant is shown
import smtplib

import keyring
from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/settings")
def settings():
    password = keyring.get_password("smtp", "mailer")
    with smtplib.SMTP_SSL("mail.example.org") as server:
        server.login("mailer", password)
    return jsonify({"user": "mailer", "password": "set" if password else "not set"})  # safe: secret-flows-to-response
