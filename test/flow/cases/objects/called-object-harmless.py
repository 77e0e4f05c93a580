# Case: an object that is called gives something else than what it was made with
from flask import request


class Later:
    def __init__(self, text):
        self.text = text

    def __call__(self):
        return "1"


def run():
    later = Later(request.args["value"])
    eval(later())  # safe: code-injection
