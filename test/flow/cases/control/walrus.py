# Case: the text is bound in a test
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    if (name := request.form.get("job")) is not None:  # step 1
        os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
