# Case: functools.partial fixes one argument
import functools
import os

from flask import Flask, request

app = Flask(__name__)


def run(program, argument):
    return os.system(program + " " + argument)  # sink: command-injection


list_folder = functools.partial(run, "ls -l")


@app.get("/list")
def listing():
    folder = request.args["folder"]  # step 1
    return {"status": list_folder(folder)}  # step 2
