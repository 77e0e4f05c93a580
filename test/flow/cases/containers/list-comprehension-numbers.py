# Case: a comprehension makes numbers
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/jobs")
def jobs():
    names = request.form.getlist("job")
    numbers = [int(name) for name in names]
    os.system("run-jobs " + " ".join(str(number) for number in numbers))  # safe: command-injection
    return {"count": len(numbers)}
