# Case: constants are evaluated and compiled
from flask import Flask, request

app = Flask(__name__)
EXPRESSIONS = {"sum": "a + b", "product": "a * b"}


@app.post("/calculate")
def calculate():
    a = int(request.form["a"])
    b = int(request.form["b"])
    total = eval(EXPRESSIONS["sum"], {}, {"a": a, "b": b})  # safe: code-injection
    return {"total": total}
