import os
from os.path import abspath, realpath as resolve


def serve(base, name):
    path = os.path.realpath(os.path.join(base, name))
    # ruleid: path-check-without-separator
    if not path.startswith(base):
        raise PermissionError(name)
    return open(path)


def allowed(name):
    # ruleid: path-check-without-separator
    return abspath(name).startswith("/srv/data")


class Store:
    def get(self, key):
        def inside(path):
            # ruleid: path-check-without-separator
            return resolve(path).startswith(self.root)

        path = os.path.normpath(self.root + "/" + key)
        # ruleid: path-check-without-separator
        if path.startswith(self.root):
            return inside(path)


def with_separator(base, name):
    path = os.path.realpath(os.path.join(base, name))
    # ok: path-check-without-separator
    return path.startswith(base + os.sep)


def with_slash(name):
    # ok: path-check-without-separator
    return os.path.abspath(name).startswith("/srv/data/")


def not_a_path(name):
    # ok: path-check-without-separator
    return name.startswith("data")


def leaves(name):
    path = os.path.normpath(name)
    # ok: path-check-without-separator
    return path.startswith("..")
