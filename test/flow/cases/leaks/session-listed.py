# Case: the theme of the session is one of two
from flask import Flask, abort, request, session

app = Flask(__name__)


@app.post("/theme")
def theme():
    wanted = request.form["theme"]
    if wanted not in ("light", "dark"):
        abort(400)
    session["theme"] = wanted  # safe: trust-boundary-violation
    return {"ok": True}
