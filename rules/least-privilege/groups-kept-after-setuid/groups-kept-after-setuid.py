import os
import os as system
import pwd
from os import setgid, setuid


def drop(user, group):
    os.setgid(group)
    # ruleid: groups-kept-after-setuid
    os.setuid(user)


def drop_to(name):
    record = pwd.getpwnam(name)
    setgid(record.pw_gid)
    # ruleid: groups-kept-after-setuid
    setuid(record.pw_uid)


class Daemon:
    def start(self):
        system.setgid(self.group)
        # ruleid: groups-kept-after-setuid
        system.setuid(self.user)

    def spawn(self):
        def child():
            os.setgid(self.group)
            # ruleid: groups-kept-after-setuid
            os.setuid(self.user)

        return child


def all_of_them(name, user, group):
    os.initgroups(name, group)
    os.setgid(group)
    # ok: groups-kept-after-setuid
    os.setuid(user)


def none_at_all(user, group):
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(group)
        # ok: groups-kept-after-setuid
        os.setuid(user)


def only_the_user(user):
    # ok: groups-kept-after-setuid
    os.setuid(user)


def other(form):
    form.setgid(2)
    # ok: groups-kept-after-setuid
    form.setuid(1)
