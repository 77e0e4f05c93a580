# Case: a function that is given back keeps the text
import os

from flask import Flask, request

app = Flask(__name__)


def runner(program):
    def run(argument):
        return os.system(program + " " + argument)  # sink: command-injection

    return run


@app.post("/open")
def open_with():
    name = request.form["program"]  # step 1
    run = runner(name)
    return {"status": run("/srv/index.html")}
