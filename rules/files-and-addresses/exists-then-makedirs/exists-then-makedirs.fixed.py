import os
import os.path as osp
from os import makedirs as make_tree
from os.path import exists, isdir


def export(report, folder):
    if not os.path.exists(folder):
        # ruleid: exists-then-makedirs
        os.makedirs(folder, exist_ok=True)
    report.save(folder)


def convert(conf):
    # The directory is optional.
    if conf.work_dir and not os.path.isdir(conf.work_dir):
        # ruleid: exists-then-makedirs
        os.makedirs(conf.work_dir, mode=0o750, exist_ok=True)


def unpack(archive, target):
    if not exists(target):
        # ruleid: exists-then-makedirs
        make_tree(target, 0o700, exist_ok=True)
    archive.unpack(target)


def nested_calls(base, name):
    if not os.path.exists(os.path.join(base, str(name))):
        # ruleid: exists-then-makedirs
        os.makedirs(os.path.join(base, str(name)), exist_ok=True)


class Store:
    def __init__(self, root):
        self.root = root
        if isdir(self.root):
            self.load()
        else:
            # ruleid: exists-then-makedirs
            os.makedirs(self.root, exist_ok=True)

    def shard(self, key):
        def prepare(name):
            path = osp.join(self.root, name)
            if not osp.exists(path):
                self.count += 1
                # ruleid: exists-then-makedirs
                os.makedirs(path, exist_ok=True)
            return path

        return prepare(key[:2])


def already_tolerant(folder):
    if not os.path.exists(folder):
        # ok: exists-then-makedirs
        os.makedirs(folder, exist_ok=True)


def already_tolerant_by_position(folder):
    if not os.path.exists(folder):
        # ok: exists-then-makedirs
        os.makedirs(folder, 0o755, True)


def unconditional(folder):
    # ok: exists-then-makedirs
    os.makedirs(folder)


def other_directory(source, target):
    if not os.path.exists(source):
        # ok: exists-then-makedirs
        os.makedirs(target)


def race_is_handled(folder):
    if not os.path.isdir(folder):
        try:
            # ok: exists-then-makedirs
            os.makedirs(folder)
        except FileExistsError:
            pass


def race_is_handled_by_tuple(folder):
    try:
        if not os.path.isdir(folder):
            # ok: exists-then-makedirs
            os.makedirs(folder)
    except (OSError, ValueError):
        return None


def race_is_handled_with_else(folder):
    try:
        if not os.path.isdir(folder):
            # ok: exists-then-makedirs
            os.makedirs(folder)
    except OSError:
        return None
    else:
        return folder


def race_is_handled_outside(folder, errno):
    try:
        if not os.path.isdir(folder):
            # ok: exists-then-makedirs
            os.makedirs(folder)
    except OSError as error:
        if error.errno != errno.EEXIST:
            raise
