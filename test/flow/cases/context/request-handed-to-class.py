# Case: the request itself is kept in an object, which reads the form of it
# file: wrapper.py
class Wrapper:
    def __init__(self, web_request):
        self.web = web_request

    def field(self, name):
        return self.web.form.get(name)  # step 2
# file: main.py
from flask import request

from wrapper import Wrapper


def run():
    wrapper = Wrapper(request)  # step 1
    eval(wrapper.field("code"))  # sink: code-injection
