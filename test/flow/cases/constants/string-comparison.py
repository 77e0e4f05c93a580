# Case: a constant text is compared, and the other way is taken
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    backend = "celery"
    name = request.form["job"]  # step 1
    if backend.upper() == "CELERY":
        os.system("celery-job " + name)  # sink: command-injection
    else:
        os.system("run-job " + name)  # safe: command-injection
    return {"ok": True}
