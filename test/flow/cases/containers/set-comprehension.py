# Case: a set of the client's words
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    names = request.form.getlist("job")  # step 1
    unique = {name.lower() for name in names}
    for name in sorted(unique):
        os.system("run-job " + name)  # sink: command-injection
    return {"count": len(unique)}
