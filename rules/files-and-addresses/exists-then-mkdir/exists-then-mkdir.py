import os
from os import mkdir
from os.path import isdir
from pathlib import Path


def spool(folder):
    if not os.path.exists(folder):
        # ruleid: exists-then-mkdir
        os.mkdir(folder)


def cache(name):
    path = Path.home() / ".cache" / name
    if not path.exists():
        # ruleid: exists-then-mkdir
        path.mkdir(parents=True)
    return path


class Workspace:
    def __init__(self, base):
        self.base = base

    def open(self, enabled):
        if enabled and not self.base.is_dir():
            # ruleid: exists-then-mkdir
            self.base.mkdir()

        def inner(name):
            target = os.path.join(name, "in")
            if not isdir(target):
                # ruleid: exists-then-mkdir
                mkdir(target, 0o700)

        inner("x")


def tolerant(path):
    if not path.exists():
        # ok: exists-then-mkdir
        path.mkdir(parents=True, exist_ok=True)


def handled(folder):
    if not os.path.exists(folder):
        try:
            # ok: exists-then-mkdir
            os.mkdir(folder)
        except FileExistsError:
            pass


def parent_tested_only(path):
    if not path.parent.exists():
        raise FileNotFoundError(path.parent)
    # ok: exists-then-mkdir
    path.mkdir()


def remote(sftp, folder, known):
    if folder not in known:
        # ok: exists-then-mkdir
        sftp.mkdir(folder)
