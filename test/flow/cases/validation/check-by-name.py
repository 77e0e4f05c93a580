# Case: a check of which nothing but the name is known, and one that always says yes
from flask import Flask, redirect, request
from shop.addresses import is_safe_address

app = Flask(__name__)


def is_trusted_address(address):
    return True


@app.get("/checked")
def checked():
    target = request.args["next"]
    if not is_safe_address(target):
        return "no"
    return redirect(target)  # safe: open-redirect


@app.get("/unchecked")
def unchecked():
    target = request.args["next"]  # step 1
    if not is_trusted_address(target):
        return "no"
    return redirect(target)  # sink: open-redirect
