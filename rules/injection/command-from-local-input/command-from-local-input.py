import argparse
import os
import shlex
import subprocess
import sys

import click


def edit(unit):
    editor = os.environ.get("EDITOR", "vi")
    # ruleid: command-from-local-input
    subprocess.call(editor + " /etc/units/" + unit, shell=True)


def run(command):
    # ruleid: command-from-local-input
    os.system(command)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("host")
    args = parser.parse_args()
    run("ping -c 1 " + args.host)


@click.command()
@click.argument("folder")
def archive(folder):
    # ruleid: command-from-local-input
    subprocess.run(f"tar czf a.tgz {folder}", shell=True, check=True)
    # ok: command-from-local-input
    subprocess.run(["tar", "czf", "a.tgz", "--", folder], check=True)


def hosts():
    with open("hosts.txt") as stream:
        for line in stream:
            # ruleid: command-from-local-input
            os.system("ping -c 1 " + line.strip())
            # ok: command-from-local-input
            os.system("ping -c 1 -- " + shlex.quote(line.strip()))


def backup():
    target = os.environ.get("BACKUP_TARGET", "/backup")
    # ok: command-from-local-input
    subprocess.call(["rsync", "-a", "/srv", target])


def repeat():
    count = int(sys.argv[1])
    # ok: command-from-local-input
    os.system("ping -c %d localhost" % count)


if __name__ == "__main__":
    main()
