# Case: how often something matches is a number
import os
import re

from flask import Flask, request

app = Flask(__name__)


@app.post("/short")
def short():
    count = len(re.findall("[aeiou]", request.form["text"]))
    os.system("echo %d" % count)  # safe: command-injection
    return {"ok": True}
