# Case: the role of the session is what the client says
from flask import Flask, request, session

app = Flask(__name__)


@app.post("/login")
def login():
    role = request.form["role"]  # step 1
    session["role"] = role  # sink: trust-boundary-violation
    return {"ok": True}
