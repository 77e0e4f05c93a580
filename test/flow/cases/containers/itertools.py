# Case: chained lists
import itertools
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    asked = request.form.getlist("job")  # step 1
    for name in itertools.chain(["nightly"], asked):
        os.system("run-job " + name)  # sink: command-injection
    return {"count": len(asked)}
