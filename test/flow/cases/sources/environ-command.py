# Case: a variable of the environment in a shell command
import os
import subprocess


def edit(unit):
    editor = os.environ.get("EDITOR", "vi")  # step 1
    subprocess.call(editor + " /etc/units", shell=True)  # sink: command-from-local-input
    return unit


if __name__ == "__main__":
    edit(3)
