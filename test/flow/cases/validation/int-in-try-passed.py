# Case: text that is no number raises, and the exception is passed over
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/kill")
def kill():
    pid = request.form["pid"]  # step 1
    try:
        int(pid)
    except ValueError:
        pass
    os.system("kill -HUP %s" % pid)  # sink: command-injection
    return {"ok": True}
