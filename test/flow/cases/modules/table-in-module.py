# Case: a function leaves something under a key of a table of the module
from flask import request

kept = {}
waiting = []


def keep():
    kept["code"] = request.args["code"]  # step a1
    kept["name"] = "1"
    waiting.append(request.args["next"])  # step b1


def run():
    eval(kept["name"])  # safe: code-injection
    eval(kept["code"])  # sink a: code-injection
    for each in waiting:
        eval(each)  # sink b: code-injection
