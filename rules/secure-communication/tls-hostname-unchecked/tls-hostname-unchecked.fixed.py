import ssl
from http.client import HTTPSConnection as Connection
from ssl import create_default_context as make

import urllib3


def context():
    c = ssl.create_default_context()
    # ruleid: tls-hostname-unchecked
    c.check_hostname = True
    return c


def pool(host):
    # ruleid: tls-hostname-unchecked
    return urllib3.HTTPSConnectionPool(host, assert_hostname=True)


class Client:
    def start(self):
        self.context = make()
        # ruleid: tls-hostname-unchecked
        self.context.check_hostname = True

        def connection():
            # ruleid: tls-hostname-unchecked
            return Connection(self.host, check_hostname=True, timeout=5)

        return connection


def on():
    c = ssl.create_default_context()
    # ok: tls-hostname-unchecked
    c.check_hostname = True
    return c


def of_a_server():
    c = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    # ok: tls-hostname-unchecked
    c.check_hostname = False
    # ok: tls-hostname-unchecked
    c.verify_mode = ssl.CERT_NONE
    return c


def chosen(c, options):
    # ok: tls-hostname-unchecked
    c.check_hostname = options.check


class Options:
    def __init__(self):
        # ok: tls-hostname-unchecked
        self.check_hostname = False


def named(host):
    # ok: tls-hostname-unchecked
    return urllib3.HTTPSConnectionPool(host, assert_hostname="db.shop.example")
