# Case: the client's word is escaped in a regular expression
import re

from flask import Flask, request

app = Flask(__name__)
TEXT = "some long text of ours " * 100


@app.get("/find")
def find():
    word = request.args["word"]
    matches = re.findall(r"\b" + re.escape(word) + r"\b", TEXT)  # safe: regex-injection
    return {"count": len(matches)}
