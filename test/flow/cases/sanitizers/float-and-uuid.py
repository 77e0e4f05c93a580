# Case: text of a number and of a UUID
import os
import uuid

from flask import Flask, request

app = Flask(__name__)


@app.post("/resize")
def resize():
    ratio = float(request.form["ratio"])
    image = str(uuid.UUID(request.form["image"]))
    os.system(f"resize --ratio {ratio} /srv/images/{image}.png")  # safe: command-injection
    return {"ok": True}
