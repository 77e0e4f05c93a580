# Case: the method that runs is the base class's
import os

from flask import Flask, request

app = Flask(__name__)


class Tool:
    program = "true"

    def run(self, argument):
        return os.system(self.program + " " + argument)  # sink: command-injection


class Lister(Tool):
    program = "ls"


@app.get("/list")
def listing():
    folder = request.args["folder"]  # step 1
    return {"status": Lister().run(folder)}  # step 2
