# Case: literal_eval reads literals only
import ast

from flask import Flask, request

app = Flask(__name__)


@app.post("/points")
def points():
    text = request.form["points"]
    values = ast.literal_eval(text)  # safe: code-injection
    return {"count": len(values)}
