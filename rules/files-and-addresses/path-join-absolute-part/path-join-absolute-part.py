import os
import os.path as osp
from os.path import join


def config(root):
    # ruleid: path-join-absolute-part
    return os.path.join(root, "/etc/app.conf")


def inside_mount(mount, name):
    # ruleid: path-join-absolute-part
    return osp.join(mount, f"/home/{name}", "x")


class Guest:
    def hosts(self):
        def path(root):
            # ruleid: path-join-absolute-part
            return join(root, "guest", '/etc/hosts')

        return path(self.root)


def log(folder, day):
    # ruleid: path-join-absolute-part
    return os.path.join(folder, "/log-%s" % day)


def relative(root):
    # ok: path-join-absolute-part
    return os.path.join(root, "etc/app.conf")


def absolute_first():
    # ok: path-join-absolute-part
    return os.path.join("/etc", "app.conf")


def text(parts):
    # ok: path-join-absolute-part
    return ",".join([parts, "/etc"])


def trailing(root):
    # ok: path-join-absolute-part
    return os.path.join(root, "etc/", "")
