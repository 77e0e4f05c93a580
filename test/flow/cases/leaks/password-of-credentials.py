# Case: what stands behind the colon of credentials is the password
import base64
import logging

from flask import Flask, request

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.get("/")
def index():
    header = request.headers.get("Authorization")  # step a1 # step b1
    user, password = base64.b64decode(header[6:]).decode().split(":", 1)
    log.warning("password %r", password)  # sink a: secret-flows-to-log # sink b: log-injection # low
    return {"ok": True}
