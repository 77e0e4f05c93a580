# Case: lists by key, the clean one is worked off
import os
from collections import defaultdict

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    by_queue = defaultdict(list)
    by_queue["slow"].append("nightly")
    by_queue["fast"].append(request.form["job"])
    for name in by_queue["slow"]:
        os.system("run-job " + name)  # safe: command-injection
    return {"fast": len(by_queue["fast"])}
