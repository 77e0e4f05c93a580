# Case: the address starts with a constant path of this site
from flask import Flask, redirect, request

app = Flask(__name__)


@app.post("/search")
def search():
    page = int(request.form["page"])
    return redirect("/results?page=%d" % page)  # safe: open-redirect


@app.post("/leave")
def leave():
    return redirect("/goodbye")  # safe: open-redirect
