# Case: a list, but the program is a shell that is given its script
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/archive")
def archive():
    folder = request.args["folder"]  # step 1
    status = subprocess.call(["/bin/sh", "-c", "tar czf /tmp/a.tgz " + folder])  # sink: command-injection
    return {"status": status}
