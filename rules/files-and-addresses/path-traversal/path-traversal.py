import os
import pathlib
import shutil
from http.server import BaseHTTPRequestHandler
from os.path import join

from aiohttp import web
from django.http import FileResponse
from fastapi import FastAPI
from flask import Flask, abort, request, send_file, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
api = FastAPI()
ROOT = "/srv/files"
TEXTS = pathlib.Path("/srv/texts")


@app.get("/size")
def size():
    name = request.args["name"]
    # ruleid: path-traversal
    with open(os.path.join(ROOT, name), "rb") as stream:
        return {"size": len(stream.read())}


def place_of(folder, name):
    return join(ROOT, folder, name)


@app.delete("/files")
def remove():
    # ruleid: path-traversal
    os.remove(place_of("in", request.args["name"]))
    return {"ok": True}


@app.get("/words")
def words():
    # ruleid: path-traversal
    text = (TEXTS / request.args["name"]).read_text()
    return {"words": len(text.split())}


@app.get("/download")
def download():
    # ruleid: path-traversal
    return send_file("/srv/files/" + request.args["name"])


@app.post("/upload")
def upload():
    sent = request.files["file"]
    # ruleid: path-traversal
    sent.save(join(ROOT, "in", sent.filename))
    # ok: path-traversal
    sent.save(join(ROOT, "in", secure_filename(sent.filename)))
    return {"ok": True}


def photo(request):
    # ruleid: path-traversal
    return FileResponse(open("/srv/photos/" + request.GET["name"], "rb"))


@api.delete("/projects/{project}")
def remove_project(project: str):
    # ruleid: path-traversal
    shutil.rmtree(os.path.join("/srv/projects", project))
    return {"ok": True}


async def show(request: web.Request):
    # ruleid: path-traversal
    return web.FileResponse("/srv/www/" + request.query["page"])


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        # ruleid: path-traversal
        with open("/srv/www" + self.path, "rb") as stream:
            self.wfile.write(stream.read())


@app.get("/last-part")
def last_part():
    name = os.path.basename(request.args["name"])
    # ok: path-traversal
    with open(os.path.join(ROOT, name)) as stream:
        return {"size": len(stream.read())}


@app.get("/below")
def below():
    path = os.path.realpath(os.path.join(ROOT, request.args["name"]))
    if not path.startswith(ROOT + os.sep):
        abort(404)
    # ok: path-traversal
    with open(path) as stream:
        return {"size": len(stream.read())}


@app.get("/in-folder")
def in_folder():
    # ok: path-traversal
    return send_from_directory(ROOT, request.args["name"])


@app.get("/numbered")
def numbered():
    key = int(request.args["key"])
    # ok: path-traversal
    return send_file(f"{ROOT}/{key}.png")


FILES = {"logo": "logo.png", "icon": "icon.png"}


@app.get("/known")
def known():
    # ok: path-traversal
    return send_file(os.path.join(ROOT, FILES[request.args["file"]]))
