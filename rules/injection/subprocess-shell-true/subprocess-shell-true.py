import asyncio
import shlex
import subprocess
import subprocess as sp
from subprocess import Popen, check_output as capture

from oslo_concurrency import processutils


def archive(folder):
    # ruleid: subprocess-shell-true
    subprocess.run("tar czf /backup/all.tgz " + folder, shell=True, check=True)


def addresses(host):
    command = "dig +short %s" % host
    # ruleid: subprocess-shell-true
    return sp.check_output(command, shell=True, text=True)


class Worker:
    def start(self, job):
        # ruleid: subprocess-shell-true
        self.process = Popen(f"convert {job.source} {job.target}", stdout=subprocess.PIPE,
                             shell=True)

        def log():
            # ruleid: subprocess-shell-true
            return capture("tail -n 20 {}".format(job.log), shell=True)

        return log

    async def restart(self, unit):
        # ruleid: subprocess-shell-true
        await asyncio.create_subprocess_shell(f"systemctl restart {unit}")


def clock(server):
    # ruleid: subprocess-shell-true
    processutils.execute("chronyd -q 'server %s iburst'" % server, shell=True)
    # ruleid: subprocess-shell-true
    subprocess.Popen(stdin=None, args="ntpdate " + server, shell=True)


def version():
    # ok: subprocess-shell-true
    return subprocess.check_output("git describe --tags | head -1", shell=True)


def constant_through_a_variable():
    command = "ip -o link" + " | wc -l"
    # ok: subprocess-shell-true
    return subprocess.getoutput(command)


def as_a_list(folder):
    # ok: subprocess-shell-true
    subprocess.run(["tar", "czf", "/backup/all.tgz", folder], check=True)
    # ok: subprocess-shell-true
    subprocess.run(["ls", folder], shell=False)


def quoted(words):
    # ok: subprocess-shell-true
    subprocess.run(shlex.join(words), shell=True)


def power_off():
    # ok: subprocess-shell-true
    processutils.execute("echo o > /proc/sysrq-trigger", shell=True)


def rows(cursor, statement):
    # ok: subprocess-shell-true
    cursor.execute(statement)
