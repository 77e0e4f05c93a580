# Case: objects in a list, their names are run
import os

from flask import Flask, request

app = Flask(__name__)


class Job:
    def __init__(self, name):
        self.name = name


@app.post("/jobs")
def start():
    jobs = [Job("nightly")]
    jobs.append(Job(request.form["job"]))  # step 1
    for job in jobs:
        os.system("run-job " + job.name)  # sink: command-injection
    return {"count": len(jobs)}
