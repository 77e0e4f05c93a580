"""Pictures of products: uploads from suppliers and downloads by everyone."""
import os
import tarfile
import tempfile
import xml.etree.ElementTree as ElementTree

from flask import Blueprint, request, send_file

from shop import settings

files = Blueprint("files", __name__)


@files.post("/suppliers/<int:supplier>/pictures")
def upload(supplier):
    """Takes a tar archive of pictures with a catalogue in it."""
    archive_path = tempfile.mktemp(suffix=".tar")
    request.files["archive"].save(archive_path)
    folder = os.path.join(settings.UPLOADS, str(supplier))
    os.makedirs(folder, exist_ok=True)
    archive = tarfile.open(archive_path)
    archive.extractall(folder)
    os.chmod(folder, 0o777)
    catalogue = ElementTree.parse(os.path.join(folder, "catalogue.xml"))
    return {"pictures": [item.get("file") for item in catalogue.iter("picture")]}


@files.get("/pictures")
def picture():
    return send_file(os.path.join(settings.UPLOADS, request.args["name"]))


def count_lines(path):
    log = open(path)
    first = log.readline()
    if not first:
        return 0
    total = 1 + sum(1 for _ in log)
    log.close()
    return total
