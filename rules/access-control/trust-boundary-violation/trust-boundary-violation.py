from django.http import HttpResponse
from flask import Flask, request, session

app = Flask(__name__)
ROLES = ["reader", "writer"]


@app.post("/profile")
def profile():
    # ruleid: trust-boundary-violation
    session["account"] = request.form["account"]
    return {"ok": True}


def remember(value):
    # ruleid: trust-boundary-violation
    session["role"] = value


@app.post("/role")
def role():
    remember(request.get_json()["role"])
    return {"ok": True}


def choose(request):
    # ruleid: trust-boundary-violation
    request.session["shop"] = request.POST["shop"]
    return HttpResponse("ok")


@app.post("/known-role")
def known_role():
    wanted = request.form["role"]
    if wanted not in ROLES:
        return {"error": "role"}, 400
    # ok: trust-boundary-violation
    session["role"] = wanted
    return {"ok": True}


@app.post("/count")
def count():
    # ok: trust-boundary-violation
    session["count"] = int(request.form["count"])
    # ok: trust-boundary-violation
    session["seen"] = True
    return {"ok": True}
