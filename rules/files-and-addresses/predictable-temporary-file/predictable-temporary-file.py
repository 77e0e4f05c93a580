import codecs
import logging
import os
import shutil
import uuid
from pathlib import Path


def dump(state):
    # ruleid: predictable-temporary-file
    with open("/tmp/state.json", "w") as f:
        f.write(state)


def trace(text):
    # ruleid: predictable-temporary-file
    f = codecs.open("/var/tmp/trace.log", "a", encoding="utf-8")
    f.write(text)
    f.close()


class Runner:
    def script(self, name, body):
        # ruleid: predictable-temporary-file
        with open(f"/tmp/{name}.sh", mode="w") as f:
            f.write(body)

        def note():
            # ruleid: predictable-temporary-file
            Path("/tmp/runner-note").write_text(body)

        note()


def per_process(data):
    # A process number can be guessed.
    # ruleid: predictable-temporary-file
    with open("/tmp/worker-%d" % os.getpid(), "wb") as f:
        f.write(data)


# ruleid: predictable-temporary-file
handler = logging.FileHandler("/tmp/app.log")


def reads():
    # ok: predictable-temporary-file
    with open("/tmp/state.json") as f:
        return f.read()


def reads_bytes():
    # ok: predictable-temporary-file
    with open("/tmp/state.json", "rb") as f:
        return f.read()


def elsewhere(data):
    # ok: predictable-temporary-file
    with open("/var/lib/app/state.json", "w") as f:
        f.write(data)


def unguessable(data):
    # ok: predictable-temporary-file
    with open(f"/tmp/{uuid.uuid4().hex}", "w") as f:
        f.write(data)


def not_the_shared_one(data):
    # ok: predictable-temporary-file
    with open("tmp/state.json", "w") as f:
        f.write(data)
    # ok: predictable-temporary-file
    shutil.copy("/tmp/a", "b")
