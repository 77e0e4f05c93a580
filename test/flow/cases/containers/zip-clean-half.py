# Case: two lists are gone through at once, the clean one is run
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    total = 0
    for queue, name in zip(["slow", "fast"], request.form.getlist("job")):
        os.system("open-queue " + queue)  # safe: command-injection
        total += len(name)
    return {"total": total}
