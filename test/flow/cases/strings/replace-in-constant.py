# Case: what is replaced is asked for in the client's text, but a constant is run
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/ping")
def ping():
    host = "HOST".replace("HOST", "localhost")
    if request.form["host"].strip().lower() == "gateway":
        host = "gateway".replace("way", "")
    os.system("ping -c 1 " + host)  # safe: command-injection
    return {"ok": True}
