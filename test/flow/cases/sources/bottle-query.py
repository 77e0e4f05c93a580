# Case: a query parameter of Bottle reaches a shell
import subprocess

from bottle import Bottle, request

app = Bottle()


@app.route("/disk")
def disk():
    mount = request.query.get("mount")  # step 1
    output = subprocess.getoutput("df -h " + mount)  # sink: command-injection
    return {"lines": len(output.splitlines())}
