# Case: the name of the attribute is one of two
from flask import Flask, abort, request

app = Flask(__name__)


class Actions:
    def start(self):
        return 1

    def stop(self):
        return 2


@app.post("/act")
def act():
    name = request.form["action"]
    if name not in {"start", "stop"}:
        abort(404)
    method = getattr(Actions(), name)  # safe: attribute-name-injection
    return {"ok": method is not None}
