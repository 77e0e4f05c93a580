# Case: a variable of the environment is one argument of a program
import os
import subprocess


def backup():
    target = os.environ.get("BACKUP_TARGET", "/backup")
    subprocess.call(["rsync", "-a", "/srv", target])  # safe: command-from-local-input
    return True


if __name__ == "__main__":
    backup()
