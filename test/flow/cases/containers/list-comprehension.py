# Case: a comprehension builds the commands
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    names = request.form.getlist("job")  # step 1
    commands = ["run-job " + name.strip() for name in names if name]
    os.system(" && ".join(commands))  # sink: command-injection
    return {"count": len(commands)}
