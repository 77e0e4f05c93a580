# Case: a password of the keyring is shown to a client
import keyring
from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/settings")
def settings():
    password = keyring.get_password("smtp", "mailer")  # step 1
    return jsonify({"user": "mailer", "password": password})  # sink: secret-flows-to-response
