# Case: a queue that is worked off
import os
from collections import deque

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    waiting = deque(["nightly"])
    waiting.appendleft(request.form["job"])  # step 1
    while waiting:
        name = waiting.popleft()
        os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
