# Case: data in the path or the query of an address does not say where it leads
import requests
from flask import Flask, redirect, request

app = Flask(__name__)


@app.get("/user")
def user():
    base = app.config["BASE"]
    answer = requests.get(base + "/users/" + request.args["name"])  # safe: server-side-request-forgery
    other = requests.get("{}/users/{}".format(base, request.args["name"]))  # safe: server-side-request-forgery
    return {"sizes": [len(answer.text), len(other.text)]}


@app.get("/old")
def old():
    place = app.config["PLACE"]
    return redirect("%s?%s" % (place, request.args["query"]))  # safe: open-redirect
