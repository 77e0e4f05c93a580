# Case: a digest is decoded, which gives nothing of the text back
import base64
import hashlib

from flask import request


def run():
    digest = hashlib.sha256(request.form["code"].encode("utf-8")).hexdigest()
    eval(base64.b64decode(digest))  # safe: code-injection
