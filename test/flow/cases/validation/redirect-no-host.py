# Case: the host of a redirect is in a list, or the target is replaced
from urllib.parse import urlparse

from flask import Flask, redirect, request

app = Flask(__name__)
HOSTS = ("shop.example.org", "www.example.org")


@app.post("/login")
def login():
    target = request.args.get("next", "/")
    if urlparse(target).netloc not in HOSTS:
        target = "/"
    return redirect(target)  # safe: open-redirect
