# Case: the subclass adds to the command and asks its base
import os

from flask import Flask, request

app = Flask(__name__)


class Tool:
    def __init__(self, folder):
        self.folder = folder

    def run(self, command):
        return os.system(command + " " + self.folder)  # sink: command-injection


class Lister(Tool):
    def __init__(self, folder):
        super().__init__("/srv/" + folder)  # step 3

    def run(self, command):
        return super().run("nice " + command)


@app.get("/list")
def listing():
    folder = request.args["folder"]  # step 1
    lister = Lister(folder)  # step 2
    return {"status": lister.run("ls")}
