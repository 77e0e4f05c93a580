# Case: YAML with the loader of plain data
import yaml
from flask import Flask, request

app = Flask(__name__)


@app.post("/pipeline")
def pipeline():
    document = request.get_data()
    steps = yaml.load(document, Loader=yaml.SafeLoader)  # safe: deserialisation-of-request-data
    more = yaml.safe_load(document)  # safe: deserialisation-of-request-data
    return {"steps": len(steps) + len(more)}
