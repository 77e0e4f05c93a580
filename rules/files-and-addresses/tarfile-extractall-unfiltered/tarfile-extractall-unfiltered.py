import tarfile
import tarfile as tar_module
import zipfile
from tarfile import open as open_tar


def install(upload, folder):
    with tarfile.open(fileobj=upload) as archive:
        # ruleid: tarfile-extractall-unfiltered
        archive.extractall(folder)


def restore(path):
    archive = tar_module.open(path, "r:gz")
    check(path)
    # ruleid: tarfile-extractall-unfiltered
    archive.extractall(path="/srv/data")
    archive.close()


class Plugin:
    def load(self, path):
        def unpack():
            with open_tar(path) as t:
                for member in t:
                    self.note(member)
                # ruleid: tarfile-extractall-unfiltered
                t.extractall(self.root, numeric_owner=True)

        unpack()


def one_line(path, target):
    # ruleid: tarfile-extractall-unfiltered
    tarfile.open(path).extractall(target)


def filtered(path, target):
    with tarfile.open(path) as archive:
        # ok: tarfile-extractall-unfiltered
        archive.extractall(target, filter="data")


def chosen(path, target, safe_members):
    with tarfile.open(path) as archive:
        # ok: tarfile-extractall-unfiltered
        archive.extractall(target, members=safe_members(archive))


def zip_archives_are_checked_by_the_module(path, target):
    with zipfile.ZipFile(path) as archive:
        # ok: tarfile-extractall-unfiltered
        archive.extractall(target)


def something_else(archive, target):
    # ok: tarfile-extractall-unfiltered
    archive.extractall(target)


def check(path):
    with tarfile.open(path) as archive:
        # ok: tarfile-extractall-unfiltered
        return archive.getnames()
