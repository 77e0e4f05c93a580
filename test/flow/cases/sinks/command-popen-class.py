# Case: subprocess.Popen with a shell
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/archive")
def archive():
    folder = request.args["folder"]  # step 1
    process = subprocess.Popen("tar czf /tmp/a.tgz %s" % folder, shell=True)  # sink: command-injection
    return {"status": process.wait()}
