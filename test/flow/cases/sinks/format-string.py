# Case: the client's text is the format, so it can read attributes of the arguments
from flask import Flask, request

app = Flask(__name__)


class Event:
    def __init__(self, title):
        self.title = title


@app.get("/label")
def label():
    layout = request.args["layout"]  # step 1
    text = layout.format(event=Event("party"))  # sink: format-string-injection
    return {"length": len(text)}
