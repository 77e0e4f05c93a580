# Case: quoting for the shell leaves "../secret" as it is
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.get("/size")
def size():
    name = shlex.quote(request.args["name"])  # step 1
    with open("/srv/files/" + name, "rb") as stream:  # sink: path-traversal
        return {"size": len(stream.read())}
