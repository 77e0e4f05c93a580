# Case: the session gets a constant after the password was right
import hmac

from flask import Flask, request, session

app = Flask(__name__)
EXPECTED = "3c9909afec25354d"


@app.post("/login")
def login():
    if not hmac.compare_digest(request.form["token"], EXPECTED):
        return {"ok": False}, 401
    session["role"] = "operator"  # safe: trust-boundary-violation
    return {"ok": True}
