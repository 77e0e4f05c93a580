# Case: the keys of a dictionary comprehension are numbers
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    names = request.form.getlist("job")
    by_number = {index: name for index, name in enumerate(names)}
    for number in by_number.keys():
        os.system("run-job-number " + str(number))  # safe: command-injection
    return {"ok": True}
