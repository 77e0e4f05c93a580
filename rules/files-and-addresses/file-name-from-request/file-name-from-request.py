import os
from os.path import join

import flask
from flask import request, send_file
from werkzeug.utils import secure_filename

ROOT = "/srv/files"


def read():
    # ruleid: file-name-from-request
    with open(os.path.join(ROOT, request.args["name"])) as f:
        return f.read()


class View:
    def get(self):
        # ruleid: file-name-from-request
        return send_file(flask.request.args.get("path"))

    def post(self, upload):
        def store():
            # ruleid: file-name-from-request
            upload.save(join(ROOT, "in", request.files["file"].filename))

        store()

    def delete(self, request):
        # ruleid: file-name-from-request
        os.remove(os.path.join(ROOT, request.POST["name"]))


def safe():
    # ok: file-name-from-request
    with open(os.path.join(ROOT, secure_filename(request.args["name"]))) as f:
        return f.read()


def from_directory():
    # ok: file-name-from-request
    return flask.send_from_directory(ROOT, request.args["name"])


def fixed():
    # ok: file-name-from-request
    return send_file(os.path.join(ROOT, "logo.png"))


def looked_up(files):
    # ok: file-name-from-request
    return send_file(files[request.args["name"]])
