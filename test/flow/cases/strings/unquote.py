# Case: unquoting gives back what was quoted
import os
from urllib.parse import quote, unquote_plus

from flask import Flask, request

app = Flask(__name__)


@app.get("/list")
def list_folder():
    quoted = quote(request.args["folder"])  # step 1
    folder = unquote_plus(quoted)
    os.system("ls -l " + folder)  # sink: command-injection
    return {"ok": True}
