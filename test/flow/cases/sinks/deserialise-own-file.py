# Case: what is unpickled lies in a constant place, the client only asks for it
import pickle

from flask import Flask, request

app = Flask(__name__)


@app.get("/model")
def model():
    wanted = request.args["label"]
    with open("/srv/models/current.pickle", "rb") as stream:
        labels = pickle.loads(stream.read())  # safe: deserialisation-of-request-data
    return {"known": wanted in labels}
