import codecs
import io
import json
from gzip import open as open_gzip


class Ring:
    def __init__(self, path):
        # ruleid: file-not-closed-on-error
        f = open(path, "r")
        self.ring = json.load(f)
        f.close()

    def save(self, path):
        # ruleid: file-not-closed-on-error
        out = codecs.open(path, "w", "utf-8")
        for key in self.ring:
            out.write(key)
        out.close()

    def nested(self, path):
        def load():
            # ruleid: file-not-closed-on-error
            packed = open_gzip(path)
            data = packed.read()
            packed.close()
            return data

        return load()


def copy(path):
    try:
        # ruleid: file-not-closed-on-error
        source = io.open(path)
        text = source.read()
        source.close()
    except OSError:
        return None
    return text


def one_name_for_two(a, b):
    # ruleid: file-not-closed-on-error
    f = open(a)
    first = f.read()
    f.close()
    # ruleid: file-not-closed-on-error
    f = open(b)
    second = f.read()
    f.close()
    return first + second


def with_statement(path):
    # ok: file-not-closed-on-error
    with open(path) as f:
        return json.load(f)


def closed_in_finally(path):
    # ok: file-not-closed-on-error
    f = open(path)
    try:
        return json.load(f)
    finally:
        f.close()


def closed_in_finally_with_handler(path):
    # ok: file-not-closed-on-error
    f = open(path)
    try:
        data = json.load(f)
    except ValueError as error:
        data = str(error)
    finally:
        f.close()
    return data


def touch(path):
    # ok: file-not-closed-on-error
    f = open(path, "a")
    f.close()


def handed_over(path):
    # ok: file-not-closed-on-error
    f = open(path)
    return f


def own_open(store, path):
    # ok: file-not-closed-on-error
    f = store.open(path)
    f.read()
    f.close()
