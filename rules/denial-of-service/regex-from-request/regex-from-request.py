import re
import re as regex

import flask
from flask import request


def search(texts):
    # ruleid: regex-from-request
    pattern = re.compile(request.args["q"])
    return [t for t in texts if pattern.search(t)]


def count(text):
    wanted = flask.request.form.get("wanted", "")
    # ruleid: regex-from-request
    return len(regex.findall(wanted, text))


class View:
    def get(self, request):
        # ruleid: regex-from-request
        return re.match(request.GET.get("name"), self.text)

    def post(self, request):
        def matches(text):
            # ruleid: regex-from-request
            return re.search(request.POST["name"], text, re.I)

        return matches(self.text)


def escaped(text):
    wanted = request.args["q"]
    # ok: regex-from-request
    return re.search(re.escape(wanted), text)


def escaped_first(text):
    wanted = request.args.get("q", "")
    wanted = re.escape(wanted)
    # ok: regex-from-request
    return re.search(wanted, text)


def in_the_text():
    # ok: regex-from-request
    return re.match(r"\w+$", request.args["q"])


def from_configuration(config, text):
    # ok: regex-from-request
    return re.search(config.GET["pattern"], text)
