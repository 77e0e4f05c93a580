# Case: a query parameter of Bottle is one argument of a program
import subprocess

from bottle import Bottle, request

app = Bottle()


@app.route("/disk")
def disk():
    mount = request.query.get("mount")
    output = subprocess.check_output(["df", "-h", "--", mount])  # safe: command-injection
    return {"lines": len(output.splitlines())}
