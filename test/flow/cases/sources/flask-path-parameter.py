# Case: a part of the path reaches a shell
import subprocess

from flask import Flask

app = Flask(__name__)


@app.route("/lookup/<host>")
def lookup(host):  # step 1
    output = subprocess.check_output("nslookup " + host, shell=True)  # sink: command-injection
    return {"bytes": len(output)}
