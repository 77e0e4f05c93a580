# Case: a deep copy holds what the original held
import copy
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    plan = {"jobs": [{"name": request.form["job"]}]}  # step 1
    again = copy.deepcopy(plan)
    os.system("run-job " + again["jobs"][0]["name"])  # sink: command-injection
    return {"count": len(plan["jobs"])}
