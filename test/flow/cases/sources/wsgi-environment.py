# Case: of the environment of WSGI the client says some variables only
import os


def application(environ, start_response):  # step a1 # step b1
    start_response("200 OK", [("Content-Type", "text/plain")])
    os.system("who " + environ["REMOTE_USER"])  # safe: command-injection
    os.system("show " + environ.get("tool.settings", ""))  # safe: command-injection
    os.system("list " + environ["QUERY_STRING"])  # sink a: command-injection
    os.system("for " + environ.get("HTTP_USER_AGENT"))  # sink b: command-injection
    return [b"done"]
