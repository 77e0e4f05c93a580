# Case: functools.partial fixes the argument that is run
import functools
import os

from flask import Flask, request

app = Flask(__name__)


def run(command, note):
    os.system(command)  # safe: command-injection
    return len(note)


list_folder = functools.partial(run, "ls -l /srv")


@app.get("/list")
def listing():
    return {"length": list_folder(request.args["note"])}
