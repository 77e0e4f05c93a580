# Case: the text is bound and looked up in one test
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    if (name := request.form.get("job")) in ("nightly", "weekly"):
        os.system("run-job " + name)  # safe: command-injection
    return {"length": len(name or "")}
