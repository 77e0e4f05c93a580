# Case: a method named execute of a class of the project that keeps what it gets
from flask import Flask, request

app = Flask(__name__)


class Plan:
    def __init__(self):
        self.steps = []

    def execute(self, step):
        self.steps.append(step)
        return len(self.steps)


class Planner:
    def __init__(self):
        self.plan = Plan()

    def add(self, step):
        return self.plan.execute("step " + step)  # safe: sql-injection


@app.post("/plan")
def plan():
    return {"count": Planner().add(request.form["step"])}
