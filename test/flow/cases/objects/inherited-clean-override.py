# Case: the subclass's method that gives the program is constant
import os

from flask import Flask, request

app = Flask(__name__)


class Tool:
    def __init__(self, note):
        self.note = note

    def program(self):
        return self.note

    def run(self):
        return os.system(self.program())  # safe: command-injection


class Lister(Tool):
    def program(self):
        return "ls /srv"


@app.get("/list")
def listing():
    return {"status": Lister(request.args["note"]).run()}
