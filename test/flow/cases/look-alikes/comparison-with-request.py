# Case: what comes out of a comparison is true or false
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    same = request.form["job"] == "nightly"
    there = "x" in request.form["job"]
    os.system(f"run-job --same={same} --there={there}")  # safe: command-injection
    return {"ok": True}
