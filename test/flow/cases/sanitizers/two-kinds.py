# Case: escaped for the page, and the same value goes to a shell
import html
import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    name = html.escape(request.args["name"])  # step 1
    os.system("touch /srv/seen/`date +%s`-" + name)  # sink: command-injection
    return "<p>" + name + "</p>"  # safe: cross-site-scripting
