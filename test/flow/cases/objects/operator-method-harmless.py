# Case: what adding gives has nothing of what is added
from flask import request


class Count:
    def __init__(self, number):
        self.number = number

    def __add__(self, more):
        return "1" * self.number


def run():
    count = Count(2)
    eval(count + request.args["value"])  # safe: code-injection
