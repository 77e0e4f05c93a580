# Case: one of four functions quotes
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


def run(command):
    return os.system(command)  # safe: command-injection


def in_folder(folder, command):
    return run("cd " + folder + " && " + command)


def git(folder, verb, argument):
    return in_folder(folder, "git " + verb + " " + shlex.quote(argument))


def checkout(branch):
    return git("/srv/repository", "checkout", branch)


@app.post("/deploy")
def deploy():
    status = checkout(request.form["branch"])
    return {"status": status}
