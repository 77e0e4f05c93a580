import argparse
import subprocess
import sys
from subprocess import run as execute


def install(name):
    # ruleid: pip-trusted-host
    subprocess.check_call([sys.executable, "-m", "pip", "install", "--trusted-host", "pypi.internal.example", name])


class Builder:
    def command(self, host):
        # ruleid: pip-trusted-host
        args = ["pip", "install", '--trusted-host', host]
        return args

    def nox(self, session):
        def one(name):
            # ruleid: pip-trusted-host
            session.install("--trusted-host=pypi.internal.example", name)

        one("tool")


def download(name):
    # ruleid: pip-trusted-host
    execute(("pip", "download", name), env={}) or execute(["pip", "--trusted-host", "x.example"])


def verified(name):
    # ok: pip-trusted-host
    execute(["pip", "install", "--cert", "/etc/ssl/company.pem", name])


def parse():
    parser = argparse.ArgumentParser()
    # ok: pip-trusted-host
    parser.add_argument("--trusted-host")
    return parser.parse_args()


def asked(args):
    # ok: pip-trusted-host
    return "--trusted-host" in args


def explained():
    # ok: pip-trusted-host
    print("do not use --trusted-host here")
