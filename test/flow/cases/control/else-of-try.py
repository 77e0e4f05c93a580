# Case: the text is set in the else of a try
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = "nightly"
    try:
        count = int(request.form["count"])
    except ValueError:
        count = 0
    else:
        name = request.form["job"]  # step 1
    os.system("run-job --count=%d %s" % (count, name))  # sink: command-injection
    return {"ok": True}
