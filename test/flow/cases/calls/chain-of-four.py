# Case: four functions hand the text on
import os

from flask import Flask, request

app = Flask(__name__)


def run(command):
    return os.system(command)  # sink: command-injection


def in_folder(folder, command):
    return run("cd " + folder + " && " + command)  # step 4


def git(folder, arguments):
    return in_folder(folder, "git " + arguments)  # step 3


def checkout(branch):
    return git("/srv/repository", "checkout " + branch)  # step 2


@app.post("/deploy")
def deploy():
    status = checkout(request.form["branch"])  # step 1
    return {"status": status}
