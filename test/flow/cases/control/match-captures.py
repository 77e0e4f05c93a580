# Case: a case binds a part of the JSON body
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    body = request.get_json()  # step 1
    match body:
        case {"kind": "job", "name": name}:
            os.system("run-job " + name)  # sink: command-injection
        case {"kind": "stop"}:
            os.system("stop-jobs")  # safe: command-injection
        case _:
            return {"ok": False}, 400
    return {"ok": True}
