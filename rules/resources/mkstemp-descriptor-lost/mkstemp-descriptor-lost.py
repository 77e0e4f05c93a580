import os
import tempfile
import tempfile as tf
from tempfile import mkstemp


def make():
    # ruleid: mkstemp-descriptor-lost
    return tempfile.mkstemp(suffix=".img")[1]


class Job:
    def prepare(self):
        # ruleid: mkstemp-descriptor-lost
        _, self.path = mkstemp()

    def each(self, names):
        def one(name):
            # ruleid: mkstemp-descriptor-lost
            _, path = tf.mkstemp(name)
            return path

        # ruleid: mkstemp-descriptor-lost
        return [mkstemp(prefix=n)[1] for n in names] + [one("x")]


def closed():
    # ok: mkstemp-descriptor-lost
    fd, path = tempfile.mkstemp()
    os.close(fd)
    return path


def used(data):
    # ok: mkstemp-descriptor-lost
    fd, path = mkstemp()
    with os.fdopen(fd, "wb") as f:
        f.write(data)
    return path


def named():
    # ok: mkstemp-descriptor-lost
    with tempfile.NamedTemporaryFile(delete=False) as f:
        return f.name


def both():
    # ok: mkstemp-descriptor-lost
    return tempfile.mkstemp()


def own(maker):
    # ok: mkstemp-descriptor-lost
    return maker.mkstemp()[1]
