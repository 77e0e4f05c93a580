import subprocess
import subprocess as sp
from subprocess import Popen


def remove(name):
    # ruleid: subprocess-list-with-shell
    subprocess.run(["rm", "-f", name], shell=True, check=True)


def listing(folder):
    return sp.check_output(
        ["ls", "-l", folder],
        # ruleid: subprocess-list-with-shell
        shell=True,
        text=True,
    )


class Job:
    def start(self):
        def run():
            # ruleid: subprocess-list-with-shell
            return Popen(["make", self.target], shell=True)

        # ruleid: subprocess-list-with-shell
        subprocess.call(["make", "clean"], cwd=self.folder, shell=True)
        return run()


def without_shell(name):
    # ok: subprocess-list-with-shell
    subprocess.run(["rm", "-f", name], check=True)
    # ok: subprocess-list-with-shell
    subprocess.run(["rm", "-f", name], shell=False)


def text_for_the_shell():
    # ok: subprocess-list-with-shell
    subprocess.run("ls *.log | wc -l", shell=True)


def one_script(script):
    # ok: subprocess-list-with-shell
    subprocess.run([script], shell=True)


def decided_elsewhere(words, shell):
    # ok: subprocess-list-with-shell
    subprocess.run(["echo", "x"], shell=shell)
