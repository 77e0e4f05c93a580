# Case: what is encoded is decoded again
import base64

from flask import request


def run():
    given = request.form["code"]  # step 1
    packed = base64.b64encode(given.encode("utf-8"))
    eval(base64.b64decode(packed).decode("utf-8"))  # sink: code-injection
