import subprocess
import subprocess as sp
from subprocess import PIPE, Popen


def build(folder):
    # ruleid: popen-wait-with-pipe
    process = subprocess.Popen(["make"], cwd=folder, stdout=subprocess.PIPE)
    process.wait()
    return process.returncode


class Tool:
    def run(self, args):
        # ruleid: popen-wait-with-pipe
        child = Popen(args, stderr=PIPE)
        self.count += 1
        if child.wait() != 0:
            raise RuntimeError(args)

    def other(self):
        def one(args):
            # ruleid: popen-wait-with-pipe
            p = sp.Popen(args, stdout=sp.PIPE, stderr=sp.STDOUT)
            code = p.wait(timeout=60)
            return code, p.stdout.read()

        return one(["ls"])


def later(args):
    # ruleid: popen-wait-with-pipe
    process = Popen(args, stdin=None, stdout=PIPE, stderr=PIPE)
    process.wait()
    return process.stdout.read()


def communicates(args):
    # ok: popen-wait-with-pipe
    process = subprocess.Popen(args, stdout=subprocess.PIPE)
    out, _ = process.communicate()
    process.wait()
    return out


def reads(args):
    # ok: popen-wait-with-pipe
    process = subprocess.Popen(args, stdout=subprocess.PIPE)
    for line in process.stdout:
        print(line)
    process.wait()


def no_pipe(args):
    # ok: popen-wait-with-pipe
    process = subprocess.Popen(args, stdout=subprocess.DEVNULL)
    process.wait()


def reads_all(args):
    # ok: popen-wait-with-pipe
    process = Popen(args, stdout=PIPE)
    text = process.stdout.read()
    process.wait()
    return text
