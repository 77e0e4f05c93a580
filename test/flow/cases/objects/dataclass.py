# Case: a dataclass has a constructor that nobody wrote
import os
from dataclasses import dataclass

from flask import Flask, request

app = Flask(__name__)


@dataclass
class Copy:
    source: str
    target: str = "/srv/copies"


@app.post("/copy")
def start():
    name = request.form["name"]  # step 1
    copy = Copy(name)  # step 2
    os.system("cp /srv/files/" + copy.source + " " + copy.target)  # sink: command-injection
    return {"ok": True}
