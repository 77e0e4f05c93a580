# Case: the values of a dictionary comprehension
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    names = request.form.getlist("job")  # step 1
    commands = {index: "run-job " + name for index, name in enumerate(names)}
    for command in commands.values():
        os.system(command)  # sink: command-injection
    return {"ok": True}
