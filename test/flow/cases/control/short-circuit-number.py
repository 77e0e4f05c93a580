# Case: "and" gives a number or nothing
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    text = request.form.get("count")
    count = text and int(text) or 1
    os.system("repeat-job %d" % count)  # safe: command-injection
    return {"ok": True}
