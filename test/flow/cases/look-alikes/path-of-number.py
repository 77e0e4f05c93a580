# Case: the name of the file is a number of fixed length
import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/page")
def page():
    number = int(request.args["number"])
    path = os.path.join("/srv/pages", "%04d.txt" % number)
    with open(path) as stream:  # safe: path-traversal
        return {"length": len(stream.read())}
