import shutil
import tempfile
import tempfile as tf
from shutil import rmtree
from tempfile import mkdtemp


def build(source):
    # ruleid: temporary-directory-left-on-error
    folder = tempfile.mkdtemp()
    source.copy_to(folder)
    shutil.rmtree(folder)


class Job:
    def run(self):
        # ruleid: temporary-directory-left-on-error
        self.folder = mkdtemp(prefix="job-")
        for step in self.steps:
            step(self.folder)
        rmtree(self.folder, ignore_errors=True)

    def nested(self):
        def one(item):
            # ruleid: temporary-directory-left-on-error
            target = tf.mkdtemp()
            item.unpack(target)
            result = item.check(target)
            shutil.rmtree(target)
            return result

        return [one(i) for i in self.items]


async def fetch(url, client):
    # ruleid: temporary-directory-left-on-error
    folder = tempfile.mkdtemp()
    await client.save(url, folder)
    shutil.rmtree(folder)


def in_finally(source):
    # ok: temporary-directory-left-on-error
    folder = tempfile.mkdtemp()
    try:
        source.copy_to(folder)
    finally:
        shutil.rmtree(folder)


def with_statement(source):
    # ok: temporary-directory-left-on-error
    with tempfile.TemporaryDirectory() as folder:
        source.copy_to(folder)


def kept(source):
    # ok: temporary-directory-left-on-error
    folder = tempfile.mkdtemp()
    source.copy_to(folder)
    return folder


def only_on_error(source):
    # ok: temporary-directory-left-on-error
    folder = tempfile.mkdtemp()
    try:
        source.copy_to(folder)
    except Exception:
        shutil.rmtree(folder)
        raise
    return folder
