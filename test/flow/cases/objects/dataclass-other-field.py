# Case: the clean field of a dataclass is used
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
    copy = Copy(source=request.form["name"])
    os.system("ls " + copy.target)  # safe: command-injection
    return {"length": len(copy.source)}
