# Case: pages of an application that a function is given
from flask import request


def add_pages(app):
    @app.get("/hello/<name>")
    def hello(name):  # step 1
        return "Hello " + name  # sink: cross-site-scripting
