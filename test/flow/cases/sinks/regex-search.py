# Case: the client gives the regular expression
import re

from flask import Flask, request

app = Flask(__name__)
TEXT = "some long text of ours " * 100


@app.get("/find")
def find():
    pattern = request.args["pattern"]  # step 1
    matches = re.findall(pattern, TEXT)  # sink: regex-injection
    return {"count": len(matches)}
