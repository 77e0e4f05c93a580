# Case: an object is called
import os

from flask import Flask, request

app = Flask(__name__)


class Runner:
    def __init__(self, program):
        self.program = program

    def __call__(self, argument):
        return os.system(self.program + " " + argument)  # sink: command-injection


run = Runner("ls")


@app.get("/list")
def listing():
    folder = request.args["folder"]  # step 1
    return {"status": run(folder)}  # step 2
