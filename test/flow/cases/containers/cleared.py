# Case: the list is emptied before it gets constants
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    words = [request.form["note"]]
    length = len(words[0])
    words.clear()
    words.append("nightly")
    os.system("run-job " + words[0])  # safe: command-injection
    return {"length": length}
