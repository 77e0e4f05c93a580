import os
import os as system
import stat
from os import chmod
from pathlib import Path


def share(path):
    # ruleid: world-writable-mode
    os.chmod(path, 0o777)


def log(path):
    # ruleid: world-writable-mode
    chmod(path, 0o666)


class Socket:
    def start(self):
        # ruleid: world-writable-mode
        system.chmod(self.path, stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO)

        def again():
            # ruleid: world-writable-mode
            Path(self.path).chmod(0o722)

        # ruleid: world-writable-mode
        os.chmod(self.log, os.stat(self.log).st_mode | stat.S_IWOTH)
        return again


def readable(path):
    # ok: world-writable-mode
    os.chmod(path, 0o755)
    # ok: world-writable-mode
    os.chmod(path, 0o644)


def like_tmp(path):
    # ok: world-writable-mode
    os.chmod(path, 0o1777)


def removed(path):
    # ok: world-writable-mode
    os.chmod(path, os.stat(path).st_mode & ~stat.S_IWOTH)


def other(chart):
    # ok: world-writable-mode
    chart.mode(0o777)
