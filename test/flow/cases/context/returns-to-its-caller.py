# Case: what a helper gives back to one caller does not come out at another
import os

from flask import Flask, request

app = Flask(__name__)


def tidy(text):
    return text.strip().lower()


@app.post("/length")
def length():
    return {"length": len(tidy(request.form["text"]))}


@app.post("/nightly")
def nightly():
    os.system("run-job " + tidy(" Nightly "))  # safe: command-injection
    return {"ok": True}
