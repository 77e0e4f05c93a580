import argparse
import subprocess
import sys


def install(name):
    subprocess.check_call(
        # ruleid: pip-extra-index
        [sys.executable, "-m", "pip", "install", "--extra-index-url", "https://packages.internal.example/simple", name]
    )


class Builder:
    index = "https://packages.internal.example/simple"

    def command(self, name):
        # ruleid: pip-extra-index
        args = ["pip", "install", '--extra-index-url', self.index]
        return args + [name]

    def nox(self, session):
        def one(name):
            # ruleid: pip-extra-index
            session.install(name, "--extra-index-url=https://packages.internal.example/simple")

        one("tool")


def requirements(name):
    # ruleid: pip-extra-index
    run("pip", "download", "--extra-index-url", Builder.index, name)


def one_index(name):
    # ok: pip-extra-index
    run("pip", "install", "--index-url", Builder.index, name)


def parse():
    parser = argparse.ArgumentParser()
    # ok: pip-extra-index
    parser.add_argument("--extra-index-url")
    return parser.parse_args()


def asked(args):
    # ok: pip-extra-index
    if "--extra-index-url" in args:
        print("not allowed")


def explained():
    # ok: pip-extra-index
    print("do not use --extra-index-url here")


def run(*args):
    subprocess.run(args, check=True)
