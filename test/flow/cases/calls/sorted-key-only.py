# Case: the client's text is the key by which constants are sorted
import os

from flask import Flask, request

app = Flask(__name__)
JOBS = ["nightly", "weekly", "monthly"]


@app.post("/jobs")
def jobs():
    wanted = request.form["job"]
    ordered = sorted(JOBS, key=lambda name: name != wanted)
    os.system("run-job " + ordered[0])  # safe: command-injection
    return {"ok": True}
