# Case: the else of a loop takes the client's text
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    chosen = request.form["job"]  # step 1
    for known in ("nightly", "weekly"):
        if chosen == known:
            name = known
            break
    else:
        name = chosen
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
