# Case: what is read of the request that is handed on is the server's own
# file: wrapper.py
class Wrapper:
    def __init__(self, web_request):
        self.web = web_request

    def verb(self):
        return self.web.method

    def field(self, name):
        return "x"
# file: main.py
from flask import request

from wrapper import Wrapper


def run():
    wrapper = Wrapper(request)
    eval(wrapper.verb())  # safe: code-injection
    eval(wrapper.field("code"))  # safe: code-injection
