# Case: a comprehension keeps what is in a list of constants
import os

from flask import Flask, request

app = Flask(__name__)
KNOWN = ("nightly", "weekly")


@app.post("/jobs")
def jobs():
    names = [name for name in request.form.getlist("job") if name in KNOWN]
    for name in names:
        os.system("run-job " + name)  # safe: command-injection
    return {"count": len(names)}
