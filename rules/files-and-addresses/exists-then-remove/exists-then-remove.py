import contextlib
import os
from os import remove as delete
from os.path import exists


def stop(pid_file):
    if os.path.exists(pid_file):
        # ruleid: exists-then-remove
        os.remove(pid_file)


def clear(folder, name):
    path = os.path.join(folder, name)
    if exists(path):
        # ruleid: exists-then-remove
        delete(path)


class Server:
    def bind(self):
        if self.unix and os.path.exists(self.address):
            # ruleid: exists-then-remove
            os.unlink(self.address)

    def leave(self):
        def drop():
            if os.path.isfile(self.lock):
                self.log.debug("dropping %s", self.lock)
                # ruleid: exists-then-remove
                os.remove(self.lock)

        drop()


def suppressed(path):
    if os.path.exists(path):
        with contextlib.suppress(FileNotFoundError):
            # ok: exists-then-remove
            os.remove(path)


def handled(path):
    try:
        if os.path.exists(path):
            # ok: exists-then-remove
            os.remove(path)
    except OSError as error:
        print(error)


def unconditional(path):
    # ok: exists-then-remove
    os.remove(path)


def other(flag_file, path):
    if os.path.exists(flag_file):
        # ok: exists-then-remove
        os.remove(path)
