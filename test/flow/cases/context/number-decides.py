# Case: a number as an argument decides which word is taken
import os

from flask import Flask, request

app = Flask(__name__)


def pick(words, index):
    return words[index]


@app.post("/job")
def job():
    words = ["nightly", request.form["job"]]
    name = pick(words, 0)
    os.system("run-job " + name)  # safe: command-injection
    return {"ok": True}
