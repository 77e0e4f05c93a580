import os
import os as system
from os import setgid, setuid


def drop(user, group):
    os.setuid(user)
    # ruleid: setuid-before-setgid
    os.setgid(group)


def drop_all(record):
    setuid(record.pw_uid)
    try:
        # ruleid: setuid-before-setgid
        setgid(record.pw_gid)
    except PermissionError:
        pass


class Daemon:
    def start(self):
        if self.user:
            system.setuid(self.user)
            # ruleid: setuid-before-setgid
            system.setgroups([])

        def child():
            os.setreuid(self.user, self.user)
            # ruleid: setuid-before-setgid
            os.initgroups(self.name, self.group)

        return child


def right_order(user, group):
    os.setgroups([])
    # ok: setuid-before-setgid
    os.setgid(group)
    os.setuid(user)


def only_the_group(group):
    # ok: setuid-before-setgid
    os.setgid(group)


def one_or_the_other(user, group):
    if user:
        os.setuid(user)
    else:
        # ok: setuid-before-setgid
        os.setgid(group)


def other(form):
    form.setuid(1)
    # ok: setuid-before-setgid
    form.setgid(2)
