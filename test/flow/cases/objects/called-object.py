# Case: an object that is called gives what it was made with
from flask import request


class Later:
    def __init__(self, text):
        self.text = text

    def __call__(self):
        return self.text


def run():
    later = Later(request.args["value"])  # step 1
    eval(later())  # sink: code-injection
