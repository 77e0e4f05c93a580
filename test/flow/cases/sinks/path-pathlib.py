# Case: a path of pathlib is read
import pathlib

from flask import Flask, request

app = Flask(__name__)
ROOT = pathlib.Path("/srv/texts")


@app.get("/words")
def words():
    name = request.args["name"]  # step 1
    text = (ROOT / name).read_text()  # sink: path-traversal
    return {"words": len(text.split())}
