# Case: YAML with the full loader of old
import yaml
from flask import Flask, request

app = Flask(__name__)


@app.post("/pipeline")
def pipeline():
    document = request.get_data()  # step 1
    steps = yaml.unsafe_load(document)  # sink: deserialisation-of-request-data
    return {"steps": len(steps)}
