# Case: the table that the request's value is left in is the function's own
from flask import request

kept = {}
waiting = []


def keep():
    kept = {}
    waiting = []
    kept["code"] = request.args["code"]
    waiting.append(request.args["next"])


def run():
    eval(kept["code"])  # safe: code-injection
    for each in waiting:
        eval(each)  # safe: code-injection
