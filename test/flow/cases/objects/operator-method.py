# Case: a class says itself what its objects are when something is added to them
from flask import request


class Query:
    def __init__(self, text):
        self.text = text

    def __add__(self, more):
        return self.text + more


def run():
    query = Query("x = ")
    value = request.args["value"]  # step 1
    eval(query + value)  # sink: code-injection
