# Case: quoting for the shell leaves tags as they are
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.get("/hint")
def hint():
    host = shlex.quote(request.args["host"])  # step 1
    page = "<code>ping " + host + "</code>"
    return page  # sink: cross-site-scripting
