# Case: url_for makes an address of this site
from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.post("/login")
def login():
    page = request.args.get("page", "1")
    return redirect(url_for("index", page=page))  # safe: open-redirect


@app.get("/")
def index():
    return "index"
