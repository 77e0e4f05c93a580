import shlex
import subprocess
from subprocess import run

from oslo_concurrency import processutils


def count(word, path):
    # ruleid: shell-dash-c-built-command
    return subprocess.check_output(["sh", "-c", "grep -c %s %s" % (word, path)])


def remote(host, folder):
    # ruleid: shell-dash-c-built-command
    run(["ssh", host, "bash", "-c", f"cd {folder} && make"], check=True)


class Device:
    def write(self, value, path):
        # ruleid: shell-dash-c-built-command
        processutils.execute("sh", "-c", "echo " + value + " > " + path, run_as_root=True)

    def read(self, path):
        def command():
            # ruleid: shell-dash-c-built-command
            words = ["/bin/sh", "-c", "cat {} | head -1".format(path)]
            return words

        return run(command(), capture_output=True)


def constant():
    # ok: shell-dash-c-built-command
    run(["sh", "-c", "dmesg | tail -n 5"])


def values_as_parameters(word, path):
    # ok: shell-dash-c-built-command
    run(["sh", "-c", 'grep -c "$1" "$2"', "sh", word, path])


def other_program(name):
    # ok: shell-dash-c-built-command
    run(["ping", "-c", "%d" % 3, name])


def python(code):
    # ok: shell-dash-c-built-command
    run(["python3", "-c", "import " + code])


def quoted(path):
    # ok: shell-dash-c-built-command
    run(["sh", "-c", "dmesg > %s" % shlex.quote(path)])


def text_of_words(words):
    # ok: shell-dash-c-built-command
    run(["bash", "-c", shlex.join(words)])
