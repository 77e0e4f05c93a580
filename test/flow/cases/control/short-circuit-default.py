# Case: "or" takes the client's text unless it is empty
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form.get("job") or "nightly"  # step 1
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
