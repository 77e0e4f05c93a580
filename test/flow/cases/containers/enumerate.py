# Case: the index is a number, the item is not used
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    total = 0
    for index, name in enumerate(request.form.getlist("job")):
        os.system("run-job-number " + str(index))  # safe: command-injection
        total += len(name)
    return {"total": total}
