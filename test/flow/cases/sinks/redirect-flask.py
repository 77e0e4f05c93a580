# Case: the client says where to go after the login
from flask import Flask, redirect, request

app = Flask(__name__)


@app.post("/login")
def login():
    target = request.args.get("next", "/")  # step 1
    return redirect(target)  # sink: open-redirect
