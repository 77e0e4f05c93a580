# Case: the raw body is parsed as YAML that may make any object
import yaml
from flask import Flask, request

app = Flask(__name__)


@app.put("/settings")
def settings():
    text = request.data  # step 1
    values = yaml.load(text, Loader=yaml.UnsafeLoader)  # sink: deserialisation-of-request-data
    return {"count": len(values)}
