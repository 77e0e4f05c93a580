# Case: a digest in hexadecimal digits has nothing of the text in it
import hashlib
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/cache")
def cache():
    key = request.form["key"]
    digest = hashlib.sha256(key.encode()).hexdigest()
    os.system("touch /var/cache/app/" + digest)  # safe: command-injection
    return {"ok": True}
