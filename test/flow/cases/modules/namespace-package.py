# Case: folders without __init__.py are packages too
# file: acme/web/app.py
from flask import Flask, request

from acme.jobs.start import start_job

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    start_job(name)  # step 2
    return {"ok": True}
# file: acme/jobs/start.py
import os


def start_job(name):
    os.system("run-job " + name)  # sink: command-injection
