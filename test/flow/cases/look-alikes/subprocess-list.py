# Case: programs get their arguments as lists
import subprocess
import sys

from flask import Flask, request

app = Flask(__name__)


@app.post("/convert")
def convert():
    size = request.form["size"]
    subprocess.run(["convert", "in.png", "-resize", size, "out.png"], check=True)  # safe: command-injection
    subprocess.check_call([sys.executable, "-m", "report", "--size", size])  # safe: command-injection
    return {"ok": True}
