# Case: subprocess.Popen with a list and no shell
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/archive")
def archive():
    folder = request.args["folder"]
    process = subprocess.Popen(["tar", "czf", "/tmp/a.tgz", "--", folder], shell=False)  # safe: command-injection
    return {"status": process.wait()}
