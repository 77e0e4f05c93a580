# Case: methods that are there to be chosen from have a prefix
from flask import Flask, request

app = Flask(__name__)


class Commands:
    def do_list(self):
        return ["a"]


@app.post("/run")
def run():
    commands = Commands()
    method = getattr(commands, "do_" + request.form["name"])  # safe: attribute-name-injection
    other = getattr(commands, request.form["other"])  # step 1 # sink: attribute-name-injection # low
    return {"done": [method(), other]}
