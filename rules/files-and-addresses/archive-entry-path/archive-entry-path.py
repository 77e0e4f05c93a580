import os
import shutil
import tarfile
import zipfile

TARGET = "/srv/uploads"


def unpack(path):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            place = os.path.join(TARGET, entry.filename)
            # ruleid: archive-entry-path
            with open(place, "wb") as stream:
                stream.write(archive.read(entry))


def write(name, source):
    place = TARGET + "/" + name
    # ruleid: archive-entry-path
    with open(place, "wb") as stream:
        shutil.copyfileobj(source, stream)


def unpack_tar(path):
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            source = archive.extractfile(member)
            if source is not None:
                write(member.name, source)


def last_parts(path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            # ok: archive-entry-path
            with open(os.path.join(TARGET, os.path.basename(name)), "wb") as stream:
                stream.write(archive.read(name))


def below(path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            place = os.path.realpath(os.path.join(TARGET, name))
            if not place.startswith(TARGET + os.sep):
                continue
            # ok: archive-entry-path
            with open(place, "wb") as stream:
                stream.write(archive.read(name))


def numbered(path):
    with zipfile.ZipFile(path) as archive:
        for number, name in enumerate(archive.namelist()):
            # ok: archive-entry-path
            with open(os.path.join(TARGET, "%d.bin" % number), "wb") as stream:
                stream.write(archive.read(name))


def names(path):
    with zipfile.ZipFile(path) as archive:
        # ok: archive-entry-path
        return [name for name in archive.namelist() if name.endswith(".txt")]
