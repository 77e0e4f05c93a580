# Case: two lists are gone through at once
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    queues = ["slow", "fast"]
    names = request.form.getlist("job")  # step 1
    for queue, name in zip(queues, names):
        os.system("open-queue " + queue)  # safe: command-injection
        os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
