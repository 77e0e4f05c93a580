# Case: marshal of a body
import marshal

from flask import Flask, request

app = Flask(__name__)


@app.post("/state")
def state():
    blob = request.get_data()  # step 1
    values = marshal.loads(blob)  # sink: deserialisation-of-request-data
    return {"count": len(values)}
