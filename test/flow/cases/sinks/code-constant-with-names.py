# Case: the expression is constant, the request is a value in its scope
from flask import Flask, request

app = Flask(__name__)
FORMULA = compile("price * 1.2", "formula", "eval")


@app.post("/gross")
def gross():
    price = float(request.form["price"])
    total = eval(FORMULA, {"__builtins__": {}}, {"price": price})  # safe: code-injection
    return {"large": total > 100}
