import tarfile
import tarfile as tf
import zipfile


def install(path):
    with tarfile.open(path) as archive:
        # ruleid: tarfile-extractall-in-place
        archive.extractall()


def restore(path):
    archive = tf.open(path)
    # ruleid: tarfile-extractall-in-place
    archive.extractall()
    archive.close()


class Plugin:
    def load(self, path):
        def unpack():
            t = tarfile.open(path)
            try:
                # ruleid: tarfile-extractall-in-place
                t.extractall()
            finally:
                t.close()

        unpack()


# ruleid: tarfile-extractall-in-place
tarfile.open("data.tar.gz", "r:gz").extractall()


def filtered(path):
    with tarfile.open(path) as archive:
        # ok: tarfile-extractall-in-place
        archive.extractall(filter="data")


def has_a_directory(path, folder):
    with tarfile.open(path) as archive:
        # ok: tarfile-extractall-in-place
        archive.extractall(folder)


def zipped(path):
    with zipfile.ZipFile(path) as archive:
        # ok: tarfile-extractall-in-place
        archive.extractall()


def unknown(archive):
    # ok: tarfile-extractall-in-place
    archive.extractall()
