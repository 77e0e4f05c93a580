# Case: nobody can make somebody else's browser send a header; the referrer is where the client comes from
from flask import Flask, redirect, request

app = Flask(__name__)


@app.get("/back")
def back():
    return redirect(request.referrer)  # step 1 # sink: open-redirect # low


@app.get("/next")
def forward():
    return redirect(request.headers["X-Next"])  # safe: open-redirect
