# Case: a WebOb request made from the environ
import os

from webob import Request, Response


def application(environ, start_response):  # step 1
    request = Request(environ)
    volume = request.params.get("volume")  # step 1
    os.system("mount /dev/" + volume)  # sink: command-injection
    response = Response(json={"mounted": True})
    return response(environ, start_response)
