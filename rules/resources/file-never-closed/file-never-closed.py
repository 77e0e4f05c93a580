import json
import json as j
import pathlib
from csv import reader


def version(path):
    # ruleid: file-never-closed
    return open(path).read().strip()


class Settings:
    def load(self, path):
        # ruleid: file-never-closed
        self.values = j.load(open(path, encoding="utf-8"))

    def save(self, path):
        def write():
            # ruleid: file-never-closed
            json.dump(self.values, open(path, "w"), indent=2)

        write()

    def parse(self, parser, path):
        # ruleid: file-never-closed
        parser.read_file(open(path))


def rows(path):
    # ruleid: file-never-closed
    for row in reader(open(path), delimiter=";"):
        yield row


def closed(path):
    # ok: file-never-closed
    with open(path) as f:
        return json.load(f)


def by_pathlib(path):
    # ok: file-never-closed
    return pathlib.Path(path).read_text()


def named(path):
    # ok: file-never-closed
    f = open(path)
    return f


def other_open(archive, name):
    # ok: file-never-closed
    return archive.open(name).read()


def parsed(text):
    # ok: file-never-closed
    return json.loads(text)
