# Case: the caller with the client's text wants no shell, the one with a constant does
import subprocess

from flask import Flask, request

app = Flask(__name__)


def run(command, shell=False):
    return subprocess.call(command, shell=shell)  # safe: command-injection


@app.post("/job")
def job():
    return {"status": run(["run-job", request.form["job"]], shell=False)}


@app.post("/nightly")
def nightly():
    return {"status": run("run-job nightly > /dev/null", shell=True)}
