# Case: the client names the attributes that are set
from flask import Flask, request

app = Flask(__name__)


class Profile:
    name = ""
    is_admin = False


@app.post("/profile")
def update():
    profile = Profile()
    for key, value in request.form.items():  # step 1
        setattr(profile, key, value)  # sink: attribute-name-injection
    return {"ok": True}
