# Case: "//evil.example" starts with a slash too
from flask import Flask, redirect, request

app = Flask(__name__)


@app.post("/login")
def login():
    target = request.args.get("next", "/")  # step 1
    if not target.startswith("/"):
        target = "/"
    return redirect(target)  # sink: open-redirect
