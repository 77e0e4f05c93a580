# Case: the subclass's method runs no shell
import os
import subprocess

from flask import Flask, request

app = Flask(__name__)


class Tool:
    def run(self, argument):
        return os.system("ls " + argument)  # safe: command-injection


class Lister(Tool):
    def run(self, argument):
        return subprocess.call(["ls", "--", argument])  # safe: command-injection


@app.get("/list")
def listing():
    return {"status": Lister().run(request.args["folder"])}
