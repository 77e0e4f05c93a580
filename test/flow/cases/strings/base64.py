# Case: base64 there and back
import base64

from flask import Flask, request

app = Flask(__name__)


@app.post("/run")
def run():
    text = request.form["text"]  # step 1
    packed = base64.b64encode(text.encode())
    script = base64.urlsafe_b64decode(packed).decode()
    exec(script)  # sink: code-injection
    return {"ok": True}
