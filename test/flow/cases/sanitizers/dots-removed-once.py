# Case: "....//" becomes "../" when "../" is taken out of it
from flask import Flask, request

app = Flask(__name__)


@app.get("/size")
def size():
    name = request.args["name"]  # step 1
    name = name.replace("../", "")
    with open("/srv/files/" + name, "rb") as stream:  # sink: path-traversal
        return {"size": len(stream.read())}
