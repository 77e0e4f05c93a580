# Case: str() changes nothing of a text
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/resize")
def resize():
    image = str(request.form["image"])  # step 1
    os.system(f"resize /srv/images/{image}.png")  # sink: command-injection
    return {"ok": True}
