# Case: data right behind what the address begins with may be a part of the host
import requests
from flask import Flask, request

app = Flask(__name__)


@app.get("/user")
def user():
    base = app.config["BASE"]
    answer = requests.get(base + request.args["name"] + "/users")  # step a1 # sink a: server-side-request-forgery
    other = requests.get("https://{}/users/{}".format(request.args["host"], base))  # step b1 # sink b: server-side-request-forgery
    return {"sizes": [len(answer.text), len(other.text)]}
