# Case: a comprehension over constants as long as the client's list
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    names = request.form.getlist("job")
    dots = ["." for name in names if name]
    os.system("progress " + "".join(dots))  # safe: command-injection
    return {"count": len(dots)}
