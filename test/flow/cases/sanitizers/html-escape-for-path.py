# Case: escaping for HTML leaves dots and slashes as they are
import html

from flask import Flask, request

app = Flask(__name__)


@app.get("/size")
def size():
    name = html.escape(request.args["name"])  # step 1
    with open("/srv/files/" + name, "rb") as stream:  # sink: path-traversal
        return {"size": len(stream.read())}
