# Case: what a helper gives back to the caller with the client's text
import os

from flask import Flask, request

app = Flask(__name__)


def tidy(text):
    return text.strip().lower()


@app.post("/job")
def job():
    wanted = request.form["job"]  # step 1
    name = tidy(wanted)  # step 2
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}


@app.post("/nightly")
def nightly():
    os.system("run-job " + tidy(" Nightly "))  # safe: command-injection
    return {"ok": True}
