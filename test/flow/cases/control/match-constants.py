# Case: each case is a constant, and the rest is refused
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]
    match name:
        case "nightly" | "weekly":
            os.system("run-job " + name)  # safe: command-injection
        case "all":
            os.system("run-jobs")  # safe: command-injection
        case _:
            return {"ok": False}, 400
    return {"ok": True}
