# Case: the caller says that there is a shell
import subprocess

from flask import Flask, request

app = Flask(__name__)


def run(command, shell=False):
    return subprocess.call(command, shell=shell)  # sink: command-injection


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    return {"status": run("run-job " + name, shell=True)}  # step 2
