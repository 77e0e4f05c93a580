# Case: what stands in a file does not come from who names it
import json
import os
from pathlib import Path

from flask import Flask, request

app = Flask(__name__)


def load(path: Path):
    with path.open("r", encoding="utf-8") as stream:  # sink: path-traversal
        settings = json.load(stream)
    return settings.get("editor")


@app.get("/edit")
def edit():
    name = request.args["name"]  # step 1
    os.system(load(Path("/srv") / name))  # safe: command-injection
    return "done"
