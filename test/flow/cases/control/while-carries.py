# Case: the text goes through three variables, one more in each round
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    first = second = third = "nightly"
    rounds = 0
    while rounds < 5:
        os.system("run-job " + third)  # sink: command-injection
        third = second
        second = first
        first = request.form["job"]  # step 1
        rounds += 1
    return {"ok": True}
