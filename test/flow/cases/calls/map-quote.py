# Case: map quotes each item
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    names = request.form.getlist("job")
    os.system("run-jobs " + " ".join(map(shlex.quote, names)))  # safe: command-injection
    numbers = map(int, request.form.getlist("number"))
    for number in numbers:
        os.system("run-job-number %d" % number)  # safe: command-injection
    return {"ok": True}
