import argparse
import os
from os import environ, getenv

from oslo_config import cfg


# ruleid: secret-as-default
def connect(host, user="shop", password="Tr0ub4dor&3"):
    return host, user, password


OPTIONS = [
    # ruleid: secret-as-default
    cfg.StrOpt("admin_password", default="qwerty", secret=True, help="Of the array"),
    # ok: secret-as-default
    cfg.StrOpt("nova_password", default="", secret=True),
    # ok: secret-as-default
    cfg.StrOpt("password_hash", default="sha256crypt"),
]


class Service:
    # ruleid: secret-as-default
    def login(self, *, api_key: str = "9f8e7d6c5b4a3210"):
        # ruleid: secret-as-default
        key = os.environ.get("SHOP_SECRET_KEY", "k3Yb0ard!cat")

        def again():
            # ruleid: secret-as-default
            return getenv("SHOP_PASSWORD", "s3sam0pen")

        return api_key, key, again


def arguments():
    parser = argparse.ArgumentParser()
    # ruleid: secret-as-default
    parser.add_argument("--db-password", default="hunter2")
    # ok: secret-as-default
    parser.add_argument("--db-password", default=None)
    return parser


# ok: secret-as-default
def without(host, password=None, secret=""):
    return host, password, secret


def required():
    # ok: secret-as-default
    return environ["SHOP_PASSWORD"], environ.get("SHOP_SECRET_KEY", "")


# ok: secret-as-default
def prompt(password="Password:", token_type="bearer123"):
    return password, token_type
