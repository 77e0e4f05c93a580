import tempfile
import tempfile as tf
from tempfile import mktemp
from tempfile import mktemp as make_name


def save(data):
    # ruleid: tempfile-mktemp
    name = tempfile.mktemp()
    with open(name, "wb") as f:
        f.write(data)


def convert(image):
    # ruleid: tempfile-mktemp
    target = mktemp(suffix=".raw", dir="/var/lib/images")
    image.convert(target)


class Job:
    def run(self):
        def out():
            # ruleid: tempfile-mktemp
            return tf.mktemp(".log", "job-")

        # ruleid: tempfile-mktemp
        self.call(["tool", "-o", make_name()], out())


def created_at_once():
    # ok: tempfile-mktemp
    fd, name = tempfile.mkstemp(".log")
    # ok: tempfile-mktemp
    with tempfile.NamedTemporaryFile() as f:
        f.write(b"x")
    return fd, name


def inside_own_directory():
    # ok: tempfile-mktemp
    with tempfile.TemporaryDirectory() as folder:
        return folder + "/socket"


def other_things(maker):
    # ok: tempfile-mktemp
    maker.mktemp("data")
    # ok: tempfile-mktemp
    print("tempfile.mktemp()")
