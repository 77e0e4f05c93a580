# Case: an exception of the project carries the text to its handler
import os

from flask import Flask, request

app = Flask(__name__)


class Retry(Exception):
    def __init__(self, name):
        super().__init__("retry")
        self.name = name


@app.post("/job")
def job():
    try:
        raise Retry(request.form["job"])  # step 1
    except Retry as retry:
        os.system("run-job " + retry.name)  # sink: command-injection
    return {"ok": True}
