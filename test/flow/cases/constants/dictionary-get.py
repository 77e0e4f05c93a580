# Case: get of a key with a clean value, its default is another clean value
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    options = {"name": "nightly", "note": request.form["note"]}
    os.system("run-job " + options.get("name", "weekly"))  # safe: command-injection
    os.system("run-job " + options.get("missing", "weekly"))  # safe: command-injection
    return {"ok": True}
