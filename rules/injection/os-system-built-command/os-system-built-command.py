import os
import os as operating_system
import shlex
from os import popen, system as run


def show(path):
    # ruleid: os-system-built-command
    os.system("less " + path)


def head(path):
    command = f"head -n 3 {path}"
    # ruleid: os-system-built-command
    return popen(command).read()


class Mount:
    def up(self):
        # ruleid: os-system-built-command
        if run("mount %s %s" % (self.device, self.point)):
            raise OSError("mount")

        def down():
            # ruleid: os-system-built-command
            operating_system.system("umount {}".format(self.point))

        return down


def clear():
    # ok: os-system-built-command
    os.system("clear")


def load():
    source = "/proc/loadavg"
    # ok: os-system-built-command
    return os.popen("cat " + source).read()


def joined(words):
    # ok: os-system-built-command
    return os.system(shlex.join(words))


def other_system(solver, path):
    # ok: os-system-built-command
    return solver.system(path), "os.system(path)"
