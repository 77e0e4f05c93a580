# Case: an object that is called quotes its argument
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


class Quoter:
    def __init__(self, prefix):
        self.prefix = prefix

    def __call__(self, text):
        return self.prefix + shlex.quote(text)


name_option = Quoter("--name=")


@app.post("/job")
def start():
    os.system("run-job " + name_option(request.form["job"]))  # safe: command-injection
    return {"ok": True}
