# Case: lists by key, made when they are first asked for
import os
from collections import defaultdict

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    by_queue = defaultdict(list)
    by_queue["slow"].append("nightly")
    by_queue["fast"].append(request.form["job"])  # step 1
    for name in by_queue["fast"]:
        os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
