# Case: a page of an application that a function makes
from flask import Flask, request


def create_application():
    application = Flask(__name__)

    @application.route("/hello")
    def hello():
        name = request.args["name"]  # step 1
        return "Hello " + name  # sink: cross-site-scripting

    return application
