# Case: sorting and filtering leaves the items what they are
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    names = request.form.getlist("job")  # step 1
    wanted = filter(lambda name: name != "", names)
    first = sorted(wanted, key=lambda name: len(name))[0]
    os.system("run-job " + first)  # sink: command-injection
    return {"ok": True}
