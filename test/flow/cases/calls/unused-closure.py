# Case: the nested function that would run the text is never called
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    name = request.form["job"]

    def measure():
        return len(name)

    def run(argument):
        os.system("run-job " + argument)  # safe: command-injection

    run("nightly")
    return {"length": measure()}
