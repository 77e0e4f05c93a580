import re
import re as regex

import flask
from django.views import View
from flask import request

app = flask.Flask(__name__)
WORD = re.compile(r"\w+")


def search(texts):
    # ruleid: regex-injection
    pattern = re.compile(request.args["q"])
    return [t for t in texts if pattern.search(t)]


def count(text, wanted):
    # ruleid: regex-injection
    return len(regex.findall(wanted, text))


@app.get("/count")
def count_words():
    return {"count": count("a text", flask.request.form.get("wanted", ""))}


class Search(View):
    def get(self, request):
        # ruleid: regex-injection
        return re.match(request.GET.get("name"), self.text)

    def post(self, request):
        def matches(text):
            # todoruleid: regex-injection
            return re.search(request.POST["name"], text, re.I)

        return matches(self.text)


@app.get("/words")
def words():
    # ruleid: regex-injection
    return {"found": bool(re.search(r"\b" + request.args["word"] + r"\b", "a text"))}


def escaped(text):
    wanted = request.args["q"]
    # ok: regex-injection
    return re.search(re.escape(wanted), text)


def escaped_first(text):
    wanted = request.args.get("q", "")
    wanted = re.escape(wanted)
    # ok: regex-injection
    return re.search(wanted, text)


def in_the_text():
    # ok: regex-injection
    return re.match(r"\w+$", request.args["q"])


def compiled_before():
    # ok: regex-injection
    return WORD.findall(request.args["q"])


def from_configuration(config, text):
    # ok: regex-injection
    return re.search(config.GET["pattern"], text)
