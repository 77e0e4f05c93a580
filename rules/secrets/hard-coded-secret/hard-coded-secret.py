import os

from django.conf import settings
from flask import Flask

# ruleid: hard-coded-secret
DB_PASSWORD = "hunter2-prod"
app = Flask(__name__)
# ruleid: hard-coded-secret
app.config["SECRET_KEY"] = "k3Yb0ard!cat"


class Mailer:
    # ruleid: hard-coded-secret
    api_key: str = "9f8e7d6c5b4a3210"

    def __init__(self):
        # ruleid: hard-coded-secret
        self.password = "qwerty"

        def database():
            # ruleid: hard-coded-secret
            return {"host": "db", "user": "shop", "password": "Tr0ub4dor&3"}

        self.database = database


def allowed(password):
    # ruleid: hard-coded-secret
    if password == "s3sam0pen":
        return True
    return False


def from_the_environment():
    # ok: hard-coded-secret
    password = os.environ["DB_PASSWORD"]
    # ok: hard-coded-secret
    api_key = settings.API_KEY
    return password, api_key


# ok: hard-coded-secret
ENV_OF_PASSWORD = OPTION_PASSWORD = "SHOP_DB_PASSWORD"
# ok: hard-coded-secret
HEADER_OF_API_KEY = X_API_KEY = "X-Api-Key"
# ok: hard-coded-secret
password = ""
# ok: hard-coded-secret
PASSWORD = "password"
# ok: hard-coded-secret
client_secret = "<your-secret>"
# ok: hard-coded-secret
error_password = "wrong123"
# ok: hard-coded-secret
password_hint = "the1usual"
# ok: hard-coded-secret
SCHEMA = {"password": "string", "secret": "required"}
