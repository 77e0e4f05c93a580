# Case: exec of a form field
from flask import Flask, request

app = Flask(__name__)


@app.post("/run")
def run():
    script = request.form["script"]  # step 1
    scope = {}
    exec(script, scope)  # sink: code-injection
    return {"names": len(scope)}
