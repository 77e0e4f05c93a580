# Case: a part of a parsed address
import os
from urllib.parse import urlparse

from flask import Flask, request

app = Flask(__name__)


@app.post("/clone")
def clone():
    parts = urlparse(request.form["repository"])  # step 1
    path = parts.path
    os.system("git -C /srv/git clone /mirror" + path)  # sink: command-injection
    return {"ok": True}
