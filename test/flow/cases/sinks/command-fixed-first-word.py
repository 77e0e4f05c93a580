# Case: the program is written down, and what comes in is an argument
import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.post("/start")
def start():
    command = "service {} start".format(request.form["name"])
    subprocess.check_call(command.split())  # safe: command-injection
    other = "{} start".format(request.form["program"])  # step 1
    subprocess.check_call(shlex.split(other))  # sink: command-injection
    return {"ok": True}
