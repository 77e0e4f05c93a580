# Case: the client's text is searched, not the pattern
import re

from flask import Flask, request

app = Flask(__name__)
WORD = re.compile(r"[a-z]+")


@app.get("/count")
def count():
    text = request.args["text"]
    words = WORD.findall(text)
    digits = re.findall(r"[0-9]", text)  # safe: regex-injection
    return {"words": len(words), "digits": len(digits)}
