from django.views import View
from flask import Flask, request

app = Flask(__name__)


class Event:
    def __init__(self, title):
        self.title = title


@app.get("/label")
def label():
    layout = request.args["layout"]
    # ruleid: format-string-injection
    return {"label": layout.format(event=Event("party"))}


def fill(layout: str, event):
    # ruleid: format-string-injection
    return layout.format(event=event)


@app.post("/letter")
def letter():
    return {"letter": fill("Dear guest, " + request.form["text"], Event("party"))}


class Layout(View):
    def get(self, request):
        # ruleid: format-string-injection
        return request.GET["layout"].format(user=self.user)


@app.get("/title")
def title():
    # ok: format-string-injection
    return {"label": "{event.title}: {title}".format(event=Event("party"), title=request.args["title"])}


LAYOUTS = {"short": "{event.title}", "long": "Welcome to {event.title}"}


@app.get("/known")
def known():
    # ok: format-string-injection
    return {"label": LAYOUTS[request.args["layout"]].format(event=Event("party"))}
