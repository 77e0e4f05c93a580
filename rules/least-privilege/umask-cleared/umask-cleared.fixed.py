import os
import os as system
from os import umask


def daemonize():
    if os.fork():
        os._exit(0)
    os.setsid()
    # ruleid: umask-cleared
    os.umask(0o022)


def start():
    # ruleid: umask-cleared
    umask(0o022)


class Daemon:
    def run(self):
        # ruleid: umask-cleared
        system.umask(0o022)

        def child():
            # ruleid: umask-cleared
            self.mask = os.umask(0o022)

        return child


def usual():
    # ok: umask-cleared
    os.umask(0o022)


def restored(path):
    # ok: umask-cleared
    old = os.umask(0)
    try:
        os.mkfifo(path, 0o660)
    finally:
        os.umask(old)


def looked_up():
    # ok: umask-cleared
    mask = os.umask(0)
    os.umask(mask)
    return mask


def other(camera):
    # ok: umask-cleared
    camera.umask(0)
