# Case: a number grows by numbers of the client
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/sum")
def add():
    total = 0
    for text in request.form.getlist("number"):
        total += int(text)
    os.system("record %s" % total)  # safe: command-injection
    return {"total": total}
