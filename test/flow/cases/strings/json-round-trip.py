# Case: JSON there and back
import json
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    text = json.dumps({"name": request.form["name"]})  # step 1
    loaded = json.loads(text)
    os.system("run-job " + loaded["name"])  # sink: command-injection
    return {"ok": True}
