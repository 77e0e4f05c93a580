# Case: the client names the attribute that is called
from flask import Flask, request

app = Flask(__name__)


class Actions:
    def start(self):
        return 1

    def _drop_everything(self):
        return 2


@app.post("/act")
def act():
    name = request.form["action"]  # step 1
    method = getattr(Actions(), name)  # sink: attribute-name-injection # low
    return {"result": method()}
