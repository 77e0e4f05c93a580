# Case: an attribute is set and read by its name
from flask import request


class Settings:
    pass


def run():
    settings = Settings()
    code = request.args["code"]  # step 1
    setattr(settings, "code", code)
    setattr(settings, "name", "1")
    eval(getattr(settings, "name"))  # safe: code-injection
    eval(getattr(settings, "code"))  # sink: code-injection
