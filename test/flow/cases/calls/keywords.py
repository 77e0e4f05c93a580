# Case: keywords in another order than the parameters
import os

from flask import Flask, request

app = Flask(__name__)


def copy(source, target, mode="r"):
    os.system(f"chmod +{mode} /srv/{source} /srv/{source}.copy")  # safe: command-injection
    os.system("cp /srv/template " + target)  # sink: command-injection


@app.post("/copy")
def start():
    name = request.form["name"]  # step 1
    copy(target=name, source="index")  # step 2
    return {"ok": True}
