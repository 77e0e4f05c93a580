# Case: the else of a loop replaces the text unless the loop was left
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    chosen = request.form["job"]
    for known in ("nightly", "weekly"):
        if chosen == known:
            name = known
            break
    else:
        name = "nightly"
    os.system("run-job " + name)  # safe: command-injection
    return {"ok": True}
