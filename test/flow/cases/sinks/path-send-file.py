# Case: a file of the client's choice is sent
from flask import Flask, request, send_file

app = Flask(__name__)


@app.get("/download")
def download():
    name = request.args["name"]  # step 1
    return send_file("/srv/files/" + name)  # sink: path-traversal
