# Case: the rest of a list goes to one variable
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    words = ["run-job", "--quiet", request.form["job"]]  # step 1
    program, *rest = words
    os.system(program)  # safe: command-injection
    os.system("run-job " + " ".join(rest))  # sink: command-injection
    return {"ok": True}
