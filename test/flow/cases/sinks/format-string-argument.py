# Case: the client's text is an argument of a constant format
from flask import Flask, request

app = Flask(__name__)


class Event:
    def __init__(self, title):
        self.title = title


@app.get("/label")
def label():
    title = request.args["title"]
    text = "{event.title}: {title}".format(event=Event("party"), title=title)  # safe: format-string-injection
    return {"length": len(text)}
