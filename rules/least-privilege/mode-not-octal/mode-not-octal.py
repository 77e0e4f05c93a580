import os
import os as system
from os import makedirs
from pathlib import Path


def publish(path):
    # ruleid: mode-not-octal
    os.mkdir(path, 0x755)


def share(path):
    # ruleid: mode-not-octal
    system.chmod(path, 644)


class Store:
    def start(self):
        # ruleid: mode-not-octal
        makedirs(self.folder, mode=0x0700, exist_ok=True)

        def key():
            # ruleid: mode-not-octal
            return os.open(self.key, os.O_CREAT | os.O_WRONLY, 600)

        # ruleid: mode-not-octal
        Path(self.folder, "in").mkdir(mode=770)
        return key


def octal(path):
    # ok: mode-not-octal
    os.chmod(path, 0o644)
    # ok: mode-not-octal
    os.mkdir(path, 0o755)


def constants(path, stat):
    # ok: mode-not-octal
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)


def decimal_of_an_octal(path):
    # ok: mode-not-octal
    os.chmod(path, 420)  # kept from a table: 420 == 0o644


def nothing(path):
    # ok: mode-not-octal
    os.umask(0)
    # ok: mode-not-octal
    return os.open(path, os.O_RDONLY)


def other(board):
    # ok: mode-not-octal
    board.open("pin", "w", 644)
