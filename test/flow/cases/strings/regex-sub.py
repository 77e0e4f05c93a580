# Case: re.sub takes vowels out
import os
import re

from flask import Flask, request

app = Flask(__name__)


@app.post("/short")
def short():
    text = re.sub("[aeiou]", "", request.form["text"])  # step 1
    os.system("echo " + text)  # sink: command-injection
    return {"ok": True}
